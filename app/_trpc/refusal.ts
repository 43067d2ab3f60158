import type { RefusalShape } from "@/server/trpc/init";

/** What the server said no with, or `unexpected` for anything else, a lost connection included. */
export function refusalOf(error: unknown): RefusalShape {
  const data = (error as { data?: { refusal?: RefusalShape } } | null)?.data;
  return data?.refusal ?? { code: "unexpected", details: {} };
}
