import postgres from "postgres";
import { vi } from "vitest";
import { WAKE_CHANNEL } from "@/server/domain/_kernel/bus";
import { env } from "@/server/env";

/** Listens as another process would. `next` waits for one more wake-up of the plan and says how many there were in all. */
export async function wakesOf(planId: string) {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
  let heard = 0;
  let told = 0;
  await sql.listen(WAKE_CHANNEL, (payload) => {
    if (payload.includes(planId)) heard += 1;
  });
  return {
    next: async () => {
      await vi.waitFor(() => {
        if (heard <= told) throw new Error(`no wake-up after ${told}`);
      }, 5000);
      told = heard;
      return heard;
    },
    end: () => sql.end(),
  };
}
