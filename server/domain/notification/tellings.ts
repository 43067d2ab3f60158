import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { event, notification, participant, plan, step, workspace } from "@/db/schema";
import type { Tx } from "../_kernel";
import { ofItsEvent } from "./in-sight";

const own = alias(step, "own_step");
const receiver = alias(participant, "receiver");

/** Notifications with what their sentences are made of, in one query, each table in the transaction's sight. */
export const tellings = (tx: Tx, which: SQL | undefined) =>
  tx
    .select({
      id: notification.id,
      workspaceId: notification.workspaceId,
      planId: notification.planId,
      personId: notification.personId,
      kind: notification.kind,
      pace: notification.pace,
      zone: notification.zone,
      stepId: notification.stepId,
      subjectId: notification.subjectId,
      createdAt: notification.createdAt,
      readAt: notification.readAt,
      planTitle: plan.title,
      customerName: plan.customerName,
      supplierName: workspace.name,
      event: {
        kind: event.kind,
        actorName: event.actorName,
        subjectId: event.subjectId,
        before: sql<Record<string, unknown> | null>`${event.before}`,
        after: sql<Record<string, unknown> | null>`${event.after}`,
      },
      stepTitle: own.title,
      ownerName: receiver.name,
    })
    .from(notification)
    .innerJoin(event, ofItsEvent)
    .innerJoin(
      plan,
      and(
        eq(plan.workspaceId, notification.workspaceId),
        eq(plan.id, notification.planId),
        sql`${plan.removedAt} is null`,
      ),
    )
    .innerJoin(workspace, eq(workspace.id, notification.workspaceId))
    .leftJoin(own, and(eq(own.workspaceId, notification.workspaceId), eq(own.id, notification.stepId)))
    .leftJoin(
      receiver,
      and(
        eq(receiver.workspaceId, notification.workspaceId),
        sql`${notification.kind} = 'taken' and ${receiver.id} = (${event.after} ->> 'ownerId')::uuid`,
      ),
    )
    .where(which);
