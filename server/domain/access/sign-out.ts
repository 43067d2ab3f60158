import { eq } from "drizzle-orm";
import { session } from "@/db/schema";
import { verb } from "../_kernel";
import { Nothing } from "./schemas";

/** Ends the session that the request came with, if any. */
export const signOut = verb({
  name: "access.sign_out",
  scope: "visitor",
  kind: "mutation",
  input: Nothing,
  output: Nothing,
  may: "access.enter",
  async act({ tx, caller }) {
    if (caller.sessionId) await tx.delete(session).where(eq(session.id, caller.sessionId));
    return {};
  },
});
