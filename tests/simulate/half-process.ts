import { closeDatabase } from "@/db/client";
import type { Plan } from "./play";
import { type Outcome, simulate } from "./simulate";

export type HalfPlan = Omit<Plan, "say">;
export type HalfNews = { line: string } | { outcome: Outcome };

/** Plays one half of the world in a process of its own, as it is told to. */
process.once("message", async (plan: HalfPlan) => {
  const outcome = await simulate({ ...plan, say: (line) => tell({ line }) });
  await closeDatabase();
  tell({ outcome }, () => process.disconnect());
});
process.once("disconnect", () => process.exit());

function tell(news: HalfNews, then = () => {}) {
  process.send?.(news, then);
}
