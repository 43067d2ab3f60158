import type { z } from "zod";
import type { Actor, Caller, MemberActor, PersonActor, PlanActor, VisitorActor } from "./actor";
import { wake } from "./bus";
import { now as clockNow } from "./clock";
import { onceOnly } from "./once";
import { may, type Permission } from "./permissions";
import { type Happening, recordEvent, stampOf } from "./record";
import { refused } from "./refusal";
import { showing } from "./showing";
import { spendLink } from "./spend-link";
import { type Tx, withinPerson, withinPlan, withinService, withinWorkspace } from "./within";

export type Scope = "visitor" | "person" | "workspace" | "plan";
export type Kind = "query" | "mutation";

type ActorOf = { visitor: VisitorActor; person: PersonActor; workspace: MemberActor; plan: PlanActor };

export type Scene<S extends Scope, I> = {
  tx: Tx;
  actor: ActorOf[S];
  caller: Caller;
  input: I;
  now: Date;
  /** Appends an event at the end of this transaction, as this actor. */
  record: (kind: string, what: Omit<Happening, "planId"> & { planId?: string }) => Promise<void>;
  /** Once the transaction is in: other processes are told that this plan has news. */
  wakes: (planId: string) => void;
};

export type VerbDefinition<S extends Scope, I extends z.ZodType, O extends z.ZodType> = {
  /** Stable: the event kind, the permission's subject and the REST operation are named from it. */
  name: string;
  scope: S;
  kind: Kind;
  input: I;
  output: O;
  may: Permission;
  /** Asked before a transaction is open: limits, whose count must stay when the rest is refused. */
  before?: (caller: Caller, input: z.output<I>) => Promise<void>;
  act: (scene: Scene<S, z.output<I>>) => Promise<z.input<O>>;
};

export type Verb<S extends Scope = Scope, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  VerbDefinition<S, I, O>,
  "act" | "before"
> & {
  /** Runs it for a caller: checks the input, finds the actor, asks the permission table, and acts in one transaction. */
  run: (caller: Caller, input: unknown, mutationId?: string) => Promise<z.output<O>>;
};

export function verb<S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  definition: VerbDefinition<S, I, O>,
): Verb<S, I, O> {
  const { act, before, ...about } = definition;
  const show = showing(definition.output);

  async function run(caller: Caller, given: unknown, mutationId?: string): Promise<z.output<O>> {
    const checked = definition.input.safeParse(given);
    if (!checked.success) throw refused("invalid", { fields: fieldsOf(checked.error) });
    const input = checked.data;
    await before?.(caller, input);
    const now = clockNow();
    const awake = new Set<string>();

    const answer = await onceMore(() =>
      enter(definition.scope, caller, input, async (tx, actor) => {
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
            wakes: (planId) => awake.add(planId),
            record: async (kind, what) => {
              const planId = what.planId ?? (actor.kind === "participant" ? actor.planId : undefined);
              if (!planId) throw new Error(`${kind} names no plan`);
              happenings.push([kind, { ...what, planId }]);
              awake.add(planId);
            },
          });
          // Last of all, so that the plan's stream is locked for as short as can be.
          await Promise.all(happenings.map(([kind, what]) => recordEvent(tx, stampOf(actor), now, kind, what)));
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
    const { cause } = reason as { cause?: { code?: string } };
    if (!givenUp.includes(cause?.code ?? "")) throw reason;
    return attempt();
  }
}

type Standing = Exclude<Actor, { kind: "system" }>;

/** Opens the one transaction that the scope calls for, as the actor that the caller turns out to be. */
function enter<T>(
  scope: Scope,
  caller: Caller,
  input: unknown,
  work: (tx: Tx, actor: Standing) => Promise<T>,
): Promise<T> {
  if (scope === "visitor") {
    return withinService((tx) => work(tx, { kind: "visitor", standing: "visitor", ip: caller.ip ?? "unknown" }));
  }
  if (!caller.personId) throw refused("not_signed_in");
  const named = input as { workspaceId?: string; planId?: string };
  if (scope === "person") return withinPerson(caller.personId, work);
  if (scope === "workspace") return withinWorkspace(caller.personId, named.workspaceId ?? "", work);
  return withinPlan(caller.personId, named.planId ?? "", work);
}

const fieldsOf = (error: z.ZodError) =>
  Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
