import type { z } from "zod";
import { codeOf } from "@/db/pipeline";
import { log } from "@/server/log";
import {
  type Actor,
  type Caller,
  type Claim,
  type MemberActor,
  type PersonActor,
  type PlanActor,
  proven,
  type VisitorActor,
} from "./actor";
import { wake } from "./bus";
import { now as clockNow } from "./clock";
import { onceOnly } from "./once";
import { may, type Permission } from "./permissions";
import { type Happening, recordEvent, stampOf } from "./record";
import { refused } from "./refusal";
import { showing } from "./showing";
import { spendLink } from "./spend-link";
import { sent, type Tx, withinClaimedPlan, withinPerson, withinPlan, withinService, withinWorkspace } from "./within";

export type Scope = "visitor" | "person" | "workspace" | "plan";
export type Kind = "query" | "mutation";

type ActorOf = { visitor: VisitorActor; person: PersonActor; workspace: MemberActor; plan: PlanActor };

export type Scene<S extends Scope, I, E = undefined> = {
  tx: Tx;
  actor: ActorOf[S];
  caller: Caller;
  input: I;
  now: Date;
  early: Promise<E>;
  /** Appends an event at the end of this transaction, as this actor. */
  record: (kind: string, what: Omit<Happening, "planId"> & { planId?: string }) => Promise<void>;
  /** Once the transaction is in: other processes are told that this plan has news. */
  wakes: (planId: string) => void;
};

export type VerbDefinition<S extends Scope, I extends z.ZodType, O extends z.ZodType, E = undefined> = {
  /** Stable: the event kind, the permission's subject and the REST operation are named from it. */
  name: string;
  scope: S;
  kind: Kind;
  input: I;
  output: O;
  may: Permission;
  /** Asked before a transaction is open: limits, whose count must stay when the rest is refused. */
  before?: (caller: Caller, input: z.output<I>) => Promise<void>;
  /**
   * What `act` asks first, whoever it is: sent behind the entering in the same round trip. The database lets it find what the
   * actor may see, and nothing if the entering fails.
   */
  early?: (tx: Tx, input: z.output<I>) => Promise<E>;
  act: (scene: Scene<S, z.output<I>, E>) => Promise<z.input<O>>;
};

export type Verb<S extends Scope = Scope, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  VerbDefinition<S, I, O, never>,
  "act" | "before" | "early"
> & {
  /** Runs it for a caller: checks the input, finds the actor, asks the permission table, and acts in one transaction. */
  run: (asker: Caller | Claim, input: unknown, mutationId?: string) => Promise<z.output<O>>;
};

export function verb<S extends Scope, I extends z.ZodType, O extends z.ZodType, E = undefined>(
  definition: VerbDefinition<S, I, O, E>,
): Verb<S, I, O> {
  const { act, before, early, ...about } = definition;
  const show = showing(definition.output);

  async function run(asker: Caller | Claim, given: unknown, mutationId?: string): Promise<z.output<O>> {
    const checked = definition.input.safeParse(given);
    if (!checked.success) throw refused("invalid", { fields: fieldsOf(checked.error) });
    const input = checked.data;
    const enters = definition.scope === "plan" && !before;
    const known = enters ? asker : await proven(asker);
    if (!("prove" in known)) await before?.(known, input);
    const now = clockNow();
    const awake = new Set<string>();

    const entrance: Entrance<E> = { scope: definition.scope, asker: known, input, now, early: asks };
    function asks(tx: Tx) {
      const asked = early?.(tx, input) ?? Promise.resolve(undefined as E);
      // Whoever is refused never looks at it.
      asked.catch(() => {});
      return asked;
    }

    const answer = await onceMore(() =>
      enter(entrance, async (tx, actor, caller, asked) => {
        awake.clear();
        if (!may(actor.standing, definition.may)) throw refused("not_allowed");
        const happenings: [kind: string, what: Happening][] = [];
        const perform = async () => {
          if (caller.link && actor.kind === "participant") await spendLink(tx, actor, caller.link, now);
          const acted = await act({
            tx,
            actor: actor as ActorOf[S],
            caller,
            input,
            now,
            early: asked,
            wakes: (planId) => awake.add(planId),
            record: async (kind, what) => {
              const planId = what.planId ?? (actor.kind === "participant" ? actor.planId : undefined);
              if (!planId) throw new Error(`${kind} names no plan`);
              happenings.push([kind, { ...what, planId }]);
              awake.add(planId);
            },
          });
          // Last of all, so that the plan's stream is locked for as short as can be.
          for (const [kind, what] of happenings) sent(tx, recordEvent(tx, stampOf(actor), now, kind, what));
          return acted;
        };
        if (definition.kind === "query" || !mutationId || !caller.personId) return perform();
        return onceOnly(tx, { personId: caller.personId, mutationId, verb: definition.name }, perform);
      }),
    );

    for (const planId of awake) wake(planId);
    return show(answer);
  }

  return { ...about, run };
}

/** Deadlock and serialisation failure: the database undid this transaction for another's sake, and a second try finds the way free. */
const givenUp = ["40P01", "40001"];

async function onceMore<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (reason) {
    if (!givenUp.includes(codeOf(reason) ?? "")) throw reason;
    return attempt();
  }
}

type Standing = Exclude<Actor, { kind: "system" }>;

type Entrance<E> = {
  scope: Scope;
  asker: Caller | Claim;
  input: unknown;
  now: Date;
  early: (tx: Tx) => Promise<E>;
};

/** Opens the one transaction that the scope calls for, as the actor that the caller turns out to be. */
async function enter<T, E>(
  { scope, asker, input, now, early }: Entrance<E>,
  work: (tx: Tx, actor: Standing, caller: Caller, asked: Promise<E>) => Promise<T>,
): Promise<T> {
  const { workspaceId = "", planId = "" } = (input ?? {}) as { workspaceId?: string; planId?: string };
  if ("prove" in asker) {
    const { ip, device, requestId } = asker;
    let isOld = false;
    const done = await withinClaimedPlan(asker, now, planId, early, (tx, actor, asked, proof) => {
      isOld = proof.isOld;
      return work(tx, actor, { personId: actor.personId, sessionId: proof.sessionId, ip, device, requestId }, asked);
    });
    if (isOld) await prolong(asker);
    return done;
  }
  const { personId } = asker;
  const plain = (tx: Tx, actor: Standing) => work(tx, actor, asker, early(tx));
  if (scope === "visitor") {
    return withinService((tx) => plain(tx, { kind: "visitor", standing: "visitor", ip: asker.ip ?? "unknown" }));
  }
  if (!personId) throw refused("not_signed_in");
  if (scope === "person") return withinPerson(personId, plain);
  if (scope === "workspace") return withinWorkspace(personId, workspaceId, plain);
  return withinPlan(personId, planId, (tx, actor, asked) => work(tx, actor, asker, asked), early);
}

/** What was done is done, and is so answered: a session that could not be prolonged is by its next request. */
const prolong = ({ prove, requestId }: Claim) =>
  prove().catch((reason: unknown) => log.warn({ err: reason, requestId }, "a session was not prolonged"));

const fieldsOf = (error: z.ZodError) =>
  Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
