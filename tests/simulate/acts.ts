import { at as asOf, Refusal } from "@/server/domain/_kernel";
import { removeParticipant } from "@/server/domain/participant";
import { editSelf, setMailPreference } from "@/server/domain/person";
import {
  addDependency,
  completeStep,
  editStep,
  removeDependency,
  removeStep,
  restoreStep,
  setStepStatus,
  snoozeStep,
} from "@/server/domain/step";
import { DAY, isoOf } from "./days";
import { idOf, REASON } from "./fill";
import type { Random } from "./random";
import { type Act, found, isOpen, maySee, mayTie, ofPair, pairOf, type Step, take, type World } from "./world";
import { allZones } from "./zones";

const LOOKED_AT = 12;

/** Somebody does something, most often about a step that is due about now. @returns null when the product refused it. */
export async function actAtRandom(world: World, random: Random, at: number): Promise<Act | null> {
  const act = choose(world, random, at);
  if (!act) return null;
  try {
    await asOf(new Date(at), () => perform(world, act));
  } catch (reason) {
    if (reason instanceof Refusal) return null;
    throw reason;
  }
  take(world, act, at);
  return act;
}

function choose(world: World, random: Random, at: number): Act | null {
  const part = random.part();
  if (part < 0.03) return move(world, random);
  if (part < 0.06) return turn(world, random);
  if (part < 0.07) return leave(world, random);
  const number = nearStep(world, random, at);
  if (number === null) return null;
  const step = found(world.steps, number);
  const today = Math.floor(at / DAY);
  if (part < 0.45) return { kind: "done", step: number };
  if (part < 0.62) {
    const dueOn = today + random.between(-5, 40);
    return dueOn === step.dueOn ? null : { kind: "redated", step: number, dueOn };
  }
  if (part < 0.74)
    return { kind: "snoozed", step: number, until: random.chance(0.1) ? null : today + random.between(2, 20) };
  if (part < 0.8) return give(world, random, number, step);
  if (part < 0.88) {
    const status = random.pick<"todo" | "doing" | "blocked" | "dropped">([
      "todo",
      "doing",
      "doing",
      "blocked",
      "blocked",
      "dropped",
    ]);
    return status === step.status ? null : { kind: "status", step: number, status };
  }
  if (part < 0.91) return { kind: "removed", step: number };
  if (part < 0.92) return restore(world, random);
  return tie(world, random, number, step);
}

/** Among some that are open and somebody's, the one that is due nearest to now. */
function nearStep({ steps, seats }: World, random: Random, at: number): number | null {
  let nearest: number | null = null;
  let least = Infinity;
  for (let looks = 0; looks < LOOKED_AT; looks++) {
    const number = random.below(steps.length);
    const step = found(steps, number);
    if (!isOpen(step) || step.seat === null || !found(seats, step.seat).isHere) continue;
    const away = Math.abs((step.dueOn ?? Infinity) - at / DAY);
    if (nearest === null || away < least) [nearest, least] = [number, away];
  }
  return nearest;
}

function move({ people }: World, random: Random): Act {
  return { kind: "moved", person: random.below(people.length), timeZone: random.pick(allZones) };
}

function turn({ seats, plans, unwanted }: World, random: Random): Act | null {
  const { plan, person, isHere } = found(seats, random.below(seats.length));
  const { workspace } = found(plans, plan);
  const again = [...unwanted][0];
  if (again !== undefined && random.chance(0.5)) {
    return { kind: "switched", ...ofPair(again), reminders: true };
  }
  return isHere ? { kind: "switched", workspace, person, reminders: unwanted.has(pairOf(workspace, person)) } : null;
}

function leave({ seats }: World, random: Random): Act | null {
  const seat = random.below(seats.length);
  const { role, isHere } = found(seats, seat);
  return role === "contributor" && isHere ? { kind: "left", seat } : null;
}

function give({ plans, seats }: World, random: Random, number: number, step: Step): Act | null {
  const heirs = found(plans, step.plan).seats.filter((seat) => {
    const { isHere, side } = found(seats, seat);
    return isHere && seat !== step.seat && maySee(side, step.zone);
  });
  const seat = heirs[random.below(heirs.length)];
  return seat === undefined ? null : { kind: "given", step: number, seat };
}

function restore({ steps }: World, random: Random): Act | null {
  const number = random.below(steps.length);
  for (let n = 0; n < steps.length; n++) {
    const step = (number + n) % steps.length;
    if (found(steps, step).isRemoved) return { kind: "restored", step };
  }
  return null;
}

function tie({ plans, seats, steps }: World, random: Random, number: number, step: Step): Act | null {
  const [first] = step.waitsFor;
  if (first !== undefined && random.chance(0.4)) {
    // What somebody can't see they can't take away either, and are not told so.
    const { side } = found(seats, step.seat ?? -1);
    return maySee(side, found(steps, first).zone) ? { kind: "freed", step: number, on: first } : null;
  }
  const others = found(plans, step.plan).steps.filter((other) => {
    const { isRemoved, zone } = found(steps, other);
    return other !== number && !isRemoved && mayTie(zone, step.zone) && !step.waitsFor.has(other);
  });
  const on = others[random.below(others.length)];
  return on === undefined ? null : { kind: "waits", step: number, on };
}

async function perform(world: World, act: Act): Promise<unknown> {
  if (act.kind === "moved") return editSelf.run(caller(act.person), { timeZone: act.timeZone });
  if (act.kind === "switched") {
    const of = { workspaceId: idOf("workspace", act.workspace), reminders: act.reminders };
    return setMailPreference.run(caller(act.person), of);
  }
  if (act.kind === "left") {
    const { plan } = found(world.seats, act.seat);
    const lead = found(world.plans, plan).seats.find((seat) => found(world.seats, seat).role === "lead") ?? -1;
    const of = { planId: idOf("plan", plan), participantId: idOf("seat", act.seat) };
    return removeParticipant.run(caller(found(world.seats, lead).person), of);
  }
  const step = found(world.steps, act.step);
  const { seats } = found(world.plans, step.plan);
  const seat = step.seat ?? seats.find((seat) => maySee(found(world.seats, seat).side, step.zone)) ?? -1;
  const who = caller(found(world.seats, seat).person);
  const of = { planId: idOf("plan", step.plan), stepId: idOf("step", act.step) };
  switch (act.kind) {
    case "done":
      return completeStep.run(who, { ...of, anyway: true });
    case "redated":
      return editStep.run(who, { ...of, set: { dueOn: isoOf(act.dueOn) }, base: { dueOn: dateOf(step) } });
    case "given": {
      const ownerId = step.seat === null ? null : idOf("seat", step.seat);
      return editStep.run(who, { ...of, set: { ownerId: idOf("seat", act.seat) }, base: { ownerId } });
    }
    case "snoozed":
      return snoozeStep.run(who, { ...of, until: act.until === null ? null : isoOf(act.until) });
    case "status": {
      const hasReason = (status: string) => status === "blocked" || status === "dropped";
      const reason = hasReason(act.status) ? REASON : null;
      const base = { status: step.status, statusReason: hasReason(step.status) ? REASON : null };
      return setStepStatus.run(who, { ...of, status: act.status, reason, base });
    }
    case "removed":
      return removeStep.run(who, of);
    case "restored":
      return restoreStep.run(who, of);
    case "waits":
      return addDependency.run(who, { ...of, predecessorId: idOf("step", act.on) });
    case "freed":
      return removeDependency.run(who, { ...of, predecessorId: idOf("step", act.on) });
  }
}

const caller = (person: number) => ({ personId: idOf("person", person) });
const dateOf = ({ dueOn }: Step) => (dueOn === null ? null : isoOf(dueOn));
