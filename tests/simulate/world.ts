import type { CadenceChoice, PlanRole, Side, StepStatus, Zone } from "@/db/vocabulary";
import type { Day } from "./days";

/** Who is on which plan as whom, and what they have to do: everything by its number. */
export type World = {
  startsAt: number;
  days: number;
  workspaces: { timeZone: string; cadence: CadenceChoice | null }[];
  people: { email: string; timeZone: string | null }[];
  plans: { workspace: number; country: string; seats: number[]; steps: number[] }[];
  seats: Seat[];
  steps: Step[];
  /** Pairs of workspace and person that want no reminders. */
  unwanted: Set<number>;
};

export type Seat = { plan: number; person: number; side: Side; role: PlanRole; isHere: boolean };

export type Step = {
  plan: number;
  zone: Zone;
  seat: number | null;
  dueOn: Day | null;
  status: StepStatus;
  isRemoved: boolean;
  cadence: CadenceChoice | null;
  snoozedUntil: Day | null;
  /** When it got its date and its owner. */
  setAt: number;
  waitsFor: Set<number>;
};

export type Act =
  | { kind: "done" | "removed" | "restored"; step: number }
  | { kind: "status"; step: number; status: "todo" | "doing" | "blocked" | "dropped" }
  | { kind: "redated"; step: number; dueOn: Day }
  | { kind: "given"; step: number; seat: number }
  | { kind: "snoozed"; step: number; until: Day | null }
  | { kind: "waits" | "freed"; step: number; on: number }
  | { kind: "left"; seat: number }
  | { kind: "moved"; person: number; timeZone: string }
  | { kind: "switched"; workspace: number; person: number; reminders: boolean };

const MOST_PEOPLE = 1_000_000;
export const pairOf = (workspace: number, person: number) => workspace * MOST_PEOPLE + person;
export const ofPair = (pair: number) => ({ workspace: Math.floor(pair / MOST_PEOPLE), person: pair % MOST_PEOPLE });

export function found<T>(all: T[], number: number): T {
  const one = all[number];
  if (one === undefined) throw new Error(`there is no number ${number}`);
  return one;
}

export function take(world: World, act: Act, at: number): void {
  if (act.kind === "left") {
    found(world.seats, act.seat).isHere = false;
    return;
  }
  if (act.kind === "moved") {
    found(world.people, act.person).timeZone = act.timeZone;
    return;
  }
  if (act.kind === "switched") {
    const pair = pairOf(act.workspace, act.person);
    if (act.reminders) world.unwanted.delete(pair);
    else world.unwanted.add(pair);
    return;
  }
  const step = found(world.steps, act.step);
  switch (act.kind) {
    case "done":
      step.status = "done";
      break;
    case "status":
      step.status = act.status;
      break;
    case "removed":
    case "restored":
      step.isRemoved = act.kind === "removed";
      break;
    case "redated":
    case "given":
      if (act.kind === "redated") step.dueOn = act.dueOn;
      else step.seat = act.seat;
      step.setAt = at;
      step.snoozedUntil = null;
      break;
    case "snoozed":
      step.snoozedUntil = act.until;
      break;
    case "waits":
      step.waitsFor.add(act.on);
      break;
    case "freed":
      step.waitsFor.delete(act.on);
  }
}

export const isOpen = ({ isRemoved, status }: Step) =>
  !isRemoved && (status === "todo" || status === "doing" || status === "blocked");

export const maySee = (side: Side, zone: Zone) =>
  zone === "shared" || (zone === "committee" ? side === "buyer" : side === "seller");

/** Only those see that one step waits for another who see both. */
export const mayTie = (one: Zone, other: Zone) => one === "shared" || other === "shared" || one === other;
