import { closeDatabase } from "@/db/client";
import { tickReminders } from "@/server/domain/reminder";

/** Takes what is due each time it is asked, and says how many milliseconds that took. Warm after the first. */
process.on("message", async () => {
  const startedAt = performance.now();
  await tickReminders();
  process.send?.({ ms: performance.now() - startedAt });
});
process.on("SIGTERM", leave).on("disconnect", leave);

async function leave() {
  await closeDatabase();
  process.exit(0);
}
