import { now, withinService } from "../domain/_kernel";
import { wake } from "../domain/_kernel/bus";
import { noteInvitationMail } from "../domain/access";
import type { QueuedMail } from "./claim";

/** Shows on the plan that an invited person's address takes no mail. Whoever has come by another way stays as they are. */
export async function markBounced(mail: QueuedMail): Promise<void> {
  const planId = await withinService((tx) => noteInvitationMail(tx, mail, "bounced", now()));
  if (planId) wake(planId);
}
