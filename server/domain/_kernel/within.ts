import { sql } from "drizzle-orm";
import { appTransaction, serviceDatabase, serviceTransaction } from "@/db/client";
import type { Transaction } from "@/db/connection";
import { given, statement } from "@/db/statement";
import type { PlanRole, Side, WorkspaceRole } from "@/db/vocabulary";
import type { Claim, MemberActor, PersonActor, PlanActor, SystemActor } from "./actor";
import { planStanding, workspaceStanding } from "./permissions";
import { refused } from "./refusal";

export type Tx = Transaction;

const inFlight = new WeakMap<Tx, Promise<unknown>[]>();

/**
 * Sends without waiting for the answer, so that what follows travels in the same round trip. The transaction commits only if it
 * succeeds, and fails with its reason.
 */
export function sent(tx: Tx, query: Promise<unknown>): void {
  // Drizzle's queries are sent anew each time that they are waited for: this promise is not.
  const asked = query.then(() => {});
  asked.catch(() => {});
  inFlight.set(tx, [...(inFlight.get(tx) ?? []), asked]);
}

/**
 * PostgreSQL itself won't commit what fails there. What fails before it leaves this process does so without waiting for anything,
 * so it has by the time that nothing is left to do at once.
 */
const whole =
  <T>(work: (tx: Tx) => Promise<T>) =>
  async (tx: Tx): Promise<T> => {
    const done = await work(tx);
    const left = inFlight.get(tx);
    if (left) await Promise.race([Promise.all(left), new Promise<void>((resolve) => process.nextTick(resolve))]);
    return done;
  };

/** A part that may fail: what it did is undone then, and the rest of the transaction goes on. */
export const withinPart = <T>(tx: Tx, work: (part: Tx) => Promise<T>): Promise<T> => tx.transaction(whole(work));

const tenantTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => appTransaction(whole(work));

/** A transaction as a person over all that they take part in, for reading what is theirs across tenants. */
export function withinPerson<T>(personId: string, work: (tx: Tx, actor: PersonActor) => Promise<T>): Promise<T> {
  return withinService(async (tx) => {
    await asPerson(tx, personId);
    return work(tx, { kind: "person", standing: "person", personId });
  });
}

type Membership = { member_id: string; role: WorkspaceRole; name: string };
const enterWorkspace = statement<Membership>(
  sql`select * from enter_workspace(${given("personId")}, ${given("workspaceId")})`,
);

export function withinWorkspace<T>(
  personId: string,
  workspaceId: string,
  work: (tx: Tx, actor: MemberActor) => Promise<T>,
): Promise<T> {
  return tenantTransaction(async (tx) => {
    const [found] = await enterWorkspace(tx, { personId, workspaceId });
    if (!found) throw refused("not_found");
    return work(tx, {
      kind: "member",
      standing: workspaceStanding(found.role),
      personId,
      workspaceId,
      memberId: found.member_id,
      role: found.role,
      name: found.name,
    });
  });
}

type Seat = { workspace_id: string; participant_id: string | null; side: Side; role: PlanRole; name: string | null };
type ClaimedSeat = { person_id: string; session_id: string; is_old: boolean } & (Seat | { workspace_id: null });

const enterPlan = statement<Seat>(sql`select * from enter_plan(${given("personId")}, ${given("planId")})`);
const claimPlan = statement<ClaimedSeat>(
  sql`select * from claim_plan(${given("session")}, ${given("now")}, ${given("prolongBefore")}, ${given("planId")})`,
);

/** @param early sends what the work asks first, behind the entering in the same round trip: until that is through it finds nothing. */
export function withinPlan<T, E = undefined>(
  personId: string,
  planId: string,
  work: (tx: Tx, actor: PlanActor, asked: E) => Promise<T>,
  early?: (tx: Tx) => E,
): Promise<T> {
  return tenantTransaction(async (tx) => {
    const entering = enterPlan(tx, { personId, planId });
    const asked = early?.(tx) as E;
    const [seat] = await entering;
    if (!seat) throw refused("not_found");
    return work(tx, seated(seat, personId, planId), asked);
  });
}

export type Proof = { sessionId: string; isOld: boolean };

/** The same for whom a session claims to be, which is looked up on the way in. */
export function withinClaimedPlan<T, E>(
  { session, prolongBefore }: Claim,
  now: Date,
  planId: string,
  early: (tx: Tx) => E,
  work: (tx: Tx, actor: PlanActor, asked: E, proof: Proof) => Promise<T>,
): Promise<T> {
  return tenantTransaction(async (tx) => {
    const entering = claimPlan(tx, {
      session,
      now: now.toISOString(),
      prolongBefore: prolongBefore.toISOString(),
      planId,
    });
    const asked = early(tx);
    const [seat] = await entering;
    if (!seat) throw refused("not_signed_in");
    if (!seat.workspace_id) throw refused("not_found");
    const proof = { sessionId: seat.session_id, isOld: seat.is_old };
    return work(tx, seated(seat, seat.person_id, planId), asked, proof);
  });
}

const seated = (seat: Seat, personId: string, planId: string): PlanActor => ({
  kind: "participant",
  standing: planStanding(seat.side, seat.role),
  personId,
  workspaceId: seat.workspace_id,
  planId,
  participantId: seat.participant_id,
  side: seat.side,
  role: seat.role,
  name: seat.name ?? "",
});

/** A transaction of the service role, in no tenant until `become` names one. */
export const withinService = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => serviceTransaction(whole(work));

/** One statement of the service role in no tenant. It needs no transaction around it: one way there and back instead of three. */
export const atOnce = <T>(ask: (db: Pick<Tx, "execute" | "select" | "delete">) => Promise<T>): Promise<T> =>
  ask(serviceDatabase());

/** A job's transaction in one tenant, over all of its zones. */
export function withinSystem<T>(actor: SystemActor, work: (tx: Tx, actor: SystemActor) => Promise<T>): Promise<T> {
  return withinService(async (tx) => {
    await become(tx, actor);
    return work(tx, actor);
  });
}

/** Confines the rest of a service transaction to the tenant (and plan) of a system actor. */
export async function become(tx: Tx, actor: SystemActor): Promise<void> {
  await tx.execute(sql`select set_config('app.workspace_id', ${actor.workspaceId}, true),
    set_config('app.plan_id', ${actor.planId ?? ""}, true), set_config('app.side', 'system', true),
    set_config('app.person_id', ${actor.personId ?? ""}, true), set_config('app.participant_id', '', true)`);
}

/** Confines the rest of a service transaction to what a person takes part in, as their home is. */
export async function asPerson(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.person_id', ${personId}, true)`);
}

/** From here on a system transaction sees what this side of the plan sees, and no more. */
export async function confineToSide(tx: Tx, side: Side): Promise<void> {
  await tx.execute(sql`select set_config('app.side', ${side}, true)`);
}

/** Lets a transaction find the row whose token hashes to this, and no other. */
export async function withSecret(tx: Tx, hash: string): Promise<void> {
  await tx.execute(sql`select set_config('app.secret', ${hash}, true)`);
}

/**
 * Does one thing over all zones of the actor's plan, then puts the actor's side back. For what a template lays down in every zone
 * at a plan's birth; nothing that is read here may reach the actor.
 */
export async function overAllZones<T>(tx: Tx, planId: string, side: Side, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('app.side', 'system', true), set_config('app.plan_id', ${planId}, true)`);
  const done = await work();
  await tx.execute(sql`select set_config('app.side', ${side}, true)`);
  return done;
}
