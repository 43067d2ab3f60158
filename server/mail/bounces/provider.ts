import type { Refusal } from "./status";

/** What Resend calls a bounce, which are Amazon SES' words: `Permanent`, `Transient` or `Undetermined`, and why. */
export function readBounce({ type = "", subType = "" }: { type?: string; subType?: string }): Refusal {
  if (["ContentRejected", "AttachmentRejected", "MessageTooLarge"].includes(subType)) return "policy";
  if (subType === "MailboxFull") return "full";
  return type === "Permanent" ? "hard" : "soft";
}
