import { sql } from "drizzle-orm";
import type { Zone } from "@/db/vocabulary";
import type { Actor } from "./actor";
import { newId } from "./ids";
import type { Tx } from "./within";

export type Happening = {
  planId: string;
  zone?: Zone;
  subject: { type: string; id: string };
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

export type Stamp = { workspaceId: string; participantId: string | null; name: string };

/** Appends to the plan's history in the verb's own transaction. The stream's row gives each zone one gap-free order. */
export async function recordEvent(tx: Tx, by: Stamp, at: Date, kind: string, what: Happening): Promise<void> {
  await tx.execute(sql`select record_event(
    ${by.workspaceId}::uuid, ${what.planId}::uuid, ${what.zone ?? "shared"}::zone, ${newId()}::uuid, ${kind}::text,
    ${by.participantId}::uuid, ${by.name}::text, ${what.subject.type}::text, ${what.subject.id}::uuid,
    ${json(what.before)}::text::jsonb, ${json(what.after)}::text::jsonb, ${at.toISOString()}::timestamptz)`);
}

const json = (value: Happening["before"]) => (value ? JSON.stringify(value) : null);

export function stampOf(actor: Actor): Stamp {
  switch (actor.kind) {
    case "participant":
      return { workspaceId: actor.workspaceId, participantId: actor.participantId, name: actor.name };
    case "member":
      return { workspaceId: actor.workspaceId, participantId: null, name: actor.name };
    case "system":
      return { workspaceId: actor.workspaceId, participantId: null, name: "Throughline" };
    default:
      throw new Error("a visitor or a person without a tenant leaves no event in a plan");
  }
}
