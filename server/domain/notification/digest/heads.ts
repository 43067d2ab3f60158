import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { mailPreference, participation, person, plan } from "@/db/schema";
import type { Side } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";
import { morningZone } from "../../calendar";
import { choicesOf } from "../choices";
import { type Choice, isDigestOff, isMuted } from "../topics";
import type { Where } from "./when";

export type Reader = { workspaceId: string; personId: string };

/** A plan whose committee somebody leads, or that they own. */
export type Headed = { planId: string; participantId: string; side: Side; timeZone: string; country: string };

/** All the plans of this workspace that these people head, the oldest first. */
export function headedBy(tx: Tx, workspaceId: string, personIds: string[]) {
  return tx
    .select({
      personId: participation.personId,
      planId: participation.planId,
      participantId: participation.participantId,
      side: participation.side,
      timeZone: plan.timeZone,
      country: plan.country,
    })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .where(
      and(
        eq(participation.workspaceId, workspaceId),
        inArray(participation.personId, personIds),
        inArray(participation.role, ["lead", "owner"]),
        isNull(plan.removedAt),
      ),
    )
    .orderBy(asc(plan.createdAt), asc(plan.id));
}

export type Wishes = { email: string; name: string | null; locale: string | null; timeZone: string | null } & {
  wants(planId: string): boolean;
};

/** One week for all that somebody heads, by the calendar of the plan they hear of that has been theirs for longest. */
export function whereabouts(headed: readonly Headed[], wishes: Wishes): Where | null {
  const first = headed.find(({ planId }) => wishes.wants(planId)) ?? headed[0];
  return first ? { zone: morningZone(wishes.timeZone, wishes.email, first), country: first.country } : null;
}

/** Who these people are, and of which plans they want to be told on Mondays. */
export async function wishesOf(tx: Tx, workspaceId: string, personIds: string[]): Promise<Map<string, Wishes>> {
  const [people, preferences, chosen] = await Promise.all([
    tx
      .select({
        id: person.id,
        email: person.email,
        name: person.name,
        locale: person.locale,
        timeZone: person.timeZone,
      })
      .from(person)
      .where(inArray(person.id, personIds)),
    tx
      .select({ personId: mailPreference.personId })
      .from(mailPreference)
      .where(
        and(
          eq(mailPreference.workspaceId, workspaceId),
          inArray(mailPreference.personId, personIds),
          eq(mailPreference.digests, false),
        ),
      ),
    choicesOf(tx, personIds),
  ]);
  const ended = new Set(preferences.map(({ personId }) => personId));
  const isWanted = (choices: Choice[], planId: string) => !isMuted(choices, planId) && !isDigestOff(choices, planId);
  return new Map(
    people.map(({ id, ...about }) => [
      id,
      { ...about, wants: (planId) => !ended.has(id) && isWanted(chosen.get(id) ?? [], planId) },
    ]),
  );
}
