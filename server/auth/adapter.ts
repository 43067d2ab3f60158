import { DrizzleAdapter } from "@auth/drizzle-adapter";
import type { Adapter } from "next-auth/adapters";
import { serviceDatabase } from "@/db/client";
import { account, person, session } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { hashOf, now, withinService } from "@/server/domain/_kernel";
import { readEmailAddress } from "@/server/domain/_kernel/email-address";
import { ensurePerson, openSession } from "@/server/domain/access";

type Visit = { device?: string; timeZone: string | null; language: Language | null; isCallback: boolean };

/** next-auth's store over our tables: sessions are kept as hashes, and people are found by their address as we spell it. */
export function makeAdapter({ device, timeZone, language, isCallback }: Visit): Adapter {
  const drizzle = DrizzleAdapter(serviceDatabase(), {
    usersTable: person,
    accountsTable: account as never,
    sessionsTable: session as never,
  });
  return {
    ...drizzle,
    async createUser(user) {
      const email = spelled(user.email);
      const made = await withinService((tx) => ensurePerson(tx, { email, name: user.name, now: now() }));
      return { ...user, id: made.id, email, emailVerified: now() };
    },
    getUserByEmail: async (email) => (await drizzle.getUserByEmail?.(spelled(email))) ?? null,
    async createSession({ userId }) {
      const opened = await withinService((tx) =>
        openSession(tx, { personId: userId, now: now(), device, timeZone, language }),
      );
      return { sessionToken: opened.token, userId, expires: opened.expires };
    },
    async getSessionAndUser(token) {
      // Otherwise a provider's account would be linked to whoever is signed in here, whatever its address.
      if (isCallback) return null;
      const found = await drizzle.getSessionAndUser?.(hashOf(token));
      return found ? { ...found, session: { ...found.session, sessionToken: token } } : null;
    },
    updateSession: async (changed) =>
      drizzle.updateSession?.({ ...changed, sessionToken: hashOf(changed.sessionToken) }),
    deleteSession: async (token) => {
      await drizzle.deleteSession?.(hashOf(token));
    },
  };
}

function spelled(email: string): string {
  const address = readEmailAddress(email);
  if (!address) throw new Error("a provider's address is none that mail could be sent to");
  return address;
}
