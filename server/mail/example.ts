import type { QueuedMail } from "./claim";
import { compose } from "./compose";
import { examples } from "./templates";
import type { OutgoingMail } from "./transport";

const nobody = "00000000-0000-7000-8000-000000000000";
const at = new Date("2026-11-24T07:40:00Z");

/** An example as it would leave: headers and all, in a language. Null for one that there is not. */
export async function exampleMail(name: string, locale: string): Promise<OutgoingMail | null> {
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
  if (!example) return null;
  const made = await compose({ ...unsent, ...example, key: `example:${name}`, locale });
  if (!("key" in made)) throw new Error(made.why);
  return made;
}

const unsent: Omit<QueuedMail, "template" | "key" | "props"> = {
  id: nobody,
  workspaceId: nobody,
  planId: nobody,
  personId: nobody,
  participantId: null,
  to: "p.raman@northwind.example",
  fromName: "Dana Kim (Acme Scheduling)",
  replyTo: "dana.kim@acme.example",
  locale: "en",
  headers: {},
  state: "queued",
  attempts: 0,
  nextAttemptAt: at,
  firstAttemptAt: null,
  deliveredAt: null,
  openedAt: null,
  bouncedAt: null,
  complainedAt: null,
  sentAt: null,
  batch: null,
  providerId: null,
  error: null,
  subject: null,
  html: null,
  text: null,
  calendar: null,
  createdAt: at,
};
