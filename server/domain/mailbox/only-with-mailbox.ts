import { env } from "@/server/env";
import { refused } from "../_kernel";

/** Where mail really leaves, there is no mailbox to look into. */
export function onlyWithMailbox(): void {
  if (env.MAIL_TRANSPORT !== "mailbox") throw refused("not_found");
}
