import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { event, notification, step } from "@/db/schema";

const isStepInSight = (id: AnyPgColumn): SQL =>
  sql`exists (select 1 from ${step} told_step where told_step.workspace_id = ${notification.workspaceId} and told_step.id = ${id})`;

/**
 * Whether the transaction sees the steps that a notice tells of. Its event stays where it happened; a step that its side made its own
 * since is out of the other's sight, and so is what was told of it.
 */
export const isInSight = and(
  or(ne(event.subjectType, "step"), isStepInSight(notification.subjectId)),
  or(isNull(notification.stepId), isStepInSight(notification.stepId)),
);

export const ofItsEvent = and(eq(event.workspaceId, notification.workspaceId), eq(event.id, notification.eventId));
