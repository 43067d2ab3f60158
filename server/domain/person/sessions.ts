import { and, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { session } from "@/db/schema";
import { refused, type Scene, verb } from "../_kernel";
import { Nobody, Session, SessionRef } from "./schemas";

export const listSessions = verb({
  name: "session.list",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: z.array(Session),
  may: "self.read",
  act: (scene) => openSessions(scene),
});

/** Signs one of the reader's own devices out, this one included. */
export const revokeSession = verb({
  name: "session.revoke",
  scope: "person",
  kind: "mutation",
  input: SessionRef,
  output: z.array(Session),
  may: "self.edit",
  async act(scene) {
    const { tx, actor, input } = scene;
    const ended = await tx
      .delete(session)
      .where(and(eq(session.id, input.sessionId), eq(session.userId, actor.personId)))
      .returning({ id: session.id });
    if (ended.length === 0) throw refused("not_found");
    return openSessions(scene);
  },
});

async function openSessions({ tx, actor, caller, now }: Scene<"person", unknown>) {
  const rows = await tx
    .select({ id: session.id, device: session.device, createdAt: session.createdAt, expires: session.expires })
    .from(session)
    .where(and(eq(session.userId, actor.personId), gt(session.expires, now)))
    .orderBy(desc(session.createdAt));
  return rows.map((row) => ({ ...row, isThis: row.id === caller.sessionId }));
}
