import { sql } from "drizzle-orm";
import { appDatabase, serviceDatabase } from "@/db/client";
import type { Transaction } from "@/db/connection";
import type { PlanRole, Side, WorkspaceRole } from "@/db/vocabulary";
import type { MemberActor, PersonActor, PlanActor, SystemActor } from "./actor";
import { planStanding, workspaceStanding } from "./permissions";
import { refused } from "./refusal";

export type Tx = Transaction;

/** A transaction as a person over all that they take part in, for reading what is theirs across tenants. */
export function withinPerson<T>(personId: string, work: (tx: Tx, actor: PersonActor) => Promise<T>): Promise<T> {
  return serviceDatabase().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.person_id', ${personId}, true)`);
    return work(tx, { kind: "person", standing: "person", personId });
  });
}

export function withinWorkspace<T>(
  personId: string,
  workspaceId: string,
  work: (tx: Tx, actor: MemberActor) => Promise<T>,
): Promise<T> {
  return appDatabase().transaction(async (tx) => {
    const [found] = await tx.execute<{ member_id: string; role: WorkspaceRole; name: string }>(
      sql`select * from enter_workspace(${personId}, ${workspaceId})`,
    );
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

export function withinPlan<T>(
  personId: string,
  planId: string,
  work: (tx: Tx, actor: PlanActor) => Promise<T>,
): Promise<T> {
  return appDatabase().transaction(async (tx) => {
    const [seat] = await tx.execute<Seat>(sql`select * from enter_plan(${personId}, ${planId})`);
    if (!seat) throw refused("not_found");
    return work(tx, {
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
  });
}

/** A transaction of the service role, in no tenant until `become` names one. */
export function withinService<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return serviceDatabase().transaction(work);
}

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
