import { sql } from "drizzle-orm";
import { given, statement } from "@/db/statement";
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

const append = statement(sql`select record_event(
  ${given("workspaceId")}::uuid, ${given("planId")}::uuid, ${given("zone")}::zone, ${given("id")}::uuid, ${given("kind")}::text,
  ${given("by")}::uuid, ${given("byName")}::text, ${given("type")}::text, ${given("subject")}::uuid,
  ${given("before")}::text::jsonb, ${given("after")}::text::jsonb, ${given("at")}::timestamptz)`);

/** Appends to the plan's history in the verb's own transaction. The stream's row gives each zone one gap-free order. */
export async function recordEvent(tx: Tx, by: Stamp, at: Date, kind: string, what: Happening): Promise<void> {
  await append(tx, {
    workspaceId: by.workspaceId,
    planId: what.planId,
    zone: what.zone ?? "shared",
    id: newId(),
    kind,
    by: by.participantId,
    byName: by.name,
    type: what.subject.type,
    subject: what.subject.id,
    before: json(what.before),
    after: json(what.after),
    at: at.toISOString(),
  });
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
