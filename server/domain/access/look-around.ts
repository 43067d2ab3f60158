import { eq } from "drizzle-orm";
import { person } from "@/db/schema";
import { lookAroundAs } from "@/db/seed/look-around";
import { env } from "@/server/env";
import { refused, verb } from "../_kernel";
import { LookAround, Opened } from "./schemas";
import { openSession } from "./session";

/** Enters the demo as one of its people. Only where the bundled database runs on the visitor's own machine. */
export const lookAround = verb({
  name: "access.look_around",
  scope: "visitor",
  kind: "mutation",
  input: LookAround,
  output: Opened,
  may: "access.enter",
  async act({ tx, input, caller, now }) {
    if (!mayLookAround()) throw refused("not_found");
    const [who] = await tx.select().from(person).where(eq(person.email, lookAroundAs[input.as]));
    if (!who) throw refused("not_found");
    const { device, sessionId: replaces } = caller;
    const { timeZone, language } = input;
    const opened = await openSession(tx, { personId: who.id, now, device, timeZone, language, replaces });
    return { ...opened, personId: who.id, redirectTo: "/plans" };
  },
});

const mayLookAround = () => env.EMBEDDED && new URL(env.APP_URL).hostname === "localhost";
