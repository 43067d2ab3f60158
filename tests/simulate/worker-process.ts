import { closeDatabase } from "@/db/client";
import { at } from "@/server/domain/_kernel";
import { tickReminders } from "@/server/domain/reminder";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import type { Errand } from "./crew";

/** Does what a worker does, each time it is asked and as if it were the moment that it is told. */
process.on("message", async ({ moment, ticks, delivers }: Errand) => {
  await at(new Date(moment), async () => {
    if (ticks) await tickReminders();
    if (delivers) await deliverDueMail(new AbortController().signal);
  });
  process.send?.("done");
});
process.on("SIGTERM", leave).on("disconnect", leave);
process.send?.("ready");

async function leave() {
  await Promise.all([closeTransport(), closeDatabase()]);
  process.exit(0);
}
