import { PlanRef } from "../plan/schemas";
import { foreseeMails } from "./foresee";
import { MailPreview } from "./schemas";
import { verbForeseeing } from "./verb-foreseeing";

/** Which mails will go to whom within a fortnight, as far as the reader sees what is in them. */
export const previewMails = verbForeseeing({
  name: "reminder.preview",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: MailPreview,
  may: "reminder.manage",
  act: ({ tx, actor, now }, known) => foreseeMails(tx, actor, known, now),
});
