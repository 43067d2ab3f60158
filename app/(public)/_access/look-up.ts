import "server-only";
import { TRPCError } from "@trpc/server";

const refusals: TRPCError["code"][] = ["BAD_REQUEST", "NOT_FOUND", "UNAUTHORIZED"];

/** What is behind a link, or null when nothing is, however the link is malformed. */
export async function lookUp<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted;
  } catch (reason) {
    if (reason instanceof TRPCError && refusals.includes(reason.code)) return null;
    throw reason;
  }
}
