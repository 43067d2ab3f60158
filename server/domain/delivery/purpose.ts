/** Asked for by the reader in this moment: whoever wants to sign in wants this mail, whatever they thought of others. */
const askedFor = new Set(["sign-in", "invitation-code", "step-code"]);

/** Sent by a person's hand, to be there once: it waits while its workspace is paused. */
export const offers = ["invitation", "invitation-reminder", "workspace-invitation", "meeting"];

/** Answers and news of trouble: few, and each to somebody who would be left in the dark. */
const needed = new Set(["access-request", "access-declined", "invitation-unanswered", "mail-paused"]);

export type Purpose = "asked for" | "offer" | "needed" | "told";

/** What a mail is for, as far as it matters to whether it may go now. Whatever isn't named here is told again tomorrow. */
export function purposeOf(template: string): Purpose {
  if (askedFor.has(template)) return "asked for";
  if (offers.includes(template)) return "offer";
  return needed.has(template) ? "needed" : "told";
}
