import { createHash } from "node:crypto";
import { readEmailAddress } from "@/server/domain/_kernel/email-address";
import type { Refusal } from "../bounces/status";
import type { CalendarPart } from "../meeting-file";
import type { Sender } from "../sender";

export type OutgoingMail = {
  /** The same key is the same mail: what has been accepted under it is not sent again where the provider can know. */
  key: string;
  /** Ours of the outbox: the provider's news name it. */
  id?: string;
  /** Mails that were first handed over together. A retry names the same batch, whatever has become of its other mails. */
  batch?: string | null;
  from: Sender;
  to: string;
  replyTo?: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** What a calendar program understands of it, beside the text and the HTML. */
  calendar?: CalendarPart | null;
};

export type SendResult =
  | { ok: true; providerId: string }
  | {
      ok: false;
      /** True while the mail itself is not at fault. */
      retryable: boolean;
      retryAfterSeconds?: number;
      error: string;
      /** Why it came back, where it was the mail's or its address' fault. */
      refusal?: Refusal;
    };

/** Hands mails over to whoever delivers them. `send` answers in the order of the mails and never throws. */
export type Transport = {
  name: "mailbox" | "smtp" | "resend";
  /** How many mails are best handed over in one call. */
  batchSize: number;
  send(mails: OutgoingMail[]): Promise<SendResult[]>;
  close(): Promise<void>;
};

/** A key in a form that headers, providers and message ids take; says nothing about people. */
export const fingerprint = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 40);

export const refusedAddress: SendResult = {
  ok: false,
  retryable: false,
  refusal: "hard",
  error: "not an address that mail can be sent to",
};

/** The last check before the wire, whatever way the address came into the outbox. */
export const isSendable = (mail: OutgoingMail) => readEmailAddress(mail.to) !== null;
