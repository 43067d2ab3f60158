import { and, eq, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import { notification } from "@/db/schema";
import { type Scene, verb } from "../_kernel";
import { personKey } from "../_kernel/bus";
import { pulseOf } from "./pulse";
import { MarkAllRead, MarkRead, Pulse } from "./schemas";

/** Marks notifications of the reader's own as read, by themselves or by the step that they are about. Others' are left as they are. */
export const markRead = verb({
  name: "notification.mark_read",
  scope: "person",
  kind: "mutation",
  input: MarkRead,
  output: Pulse,
  may: "self.edit",
  act: (scene) => {
    const { ids, stepId } = scene.input;
    return read(
      scene,
      or(
        ids.length > 0 ? inArray(notification.id, ids) : undefined,
        stepId ? or(eq(notification.subjectId, stepId), eq(notification.stepId, stepId)) : undefined,
      ),
    );
  },
});

export const markAllRead = verb({
  name: "notification.mark_all_read",
  scope: "person",
  kind: "mutation",
  input: MarkAllRead,
  output: Pulse,
  may: "self.edit",
  act: (scene) => read(scene, lte(notification.createdAt, scene.input.upTo)),
});

/** The reader's other tabs and devices count anew. */
async function read({ tx, actor: { personId }, now, wakes }: Scene<"person", unknown>, which: SQL | undefined) {
  if (which) {
    const changed = await tx
      .update(notification)
      .set({ readAt: now })
      .where(and(eq(notification.personId, personId), isNull(notification.readAt), which))
      .returning({ id: notification.id });
    if (changed.length > 0) wakes(personKey(personId));
  }
  return pulseOf(tx, personId);
}
