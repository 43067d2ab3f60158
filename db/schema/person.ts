import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./_columns";
import { appRole, secretPolicy, servicePolicy } from "./_policies";

/** One human by verified address, across all workspaces. */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull().unique(),
    name: text("name"),
    title: text("title"),
    image: text("image"),
    emailVerified: instant("email_verified"),
    timeZone: text("time_zone"),
    locale: text("locale"),
    createdAt: createdAt(),
  },
  () => [servicePolicy("person")],
);

/** Sign-ins at other providers, as next-auth keeps them. */
export const account = pgTable(
  "account",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), servicePolicy("account")],
);

/** `sessionToken` holds the SHA-256 of the cookie's value: a copy of this table opens nothing. */
export const session = pgTable(
  "session",
  {
    sessionToken: text("session_token").primaryKey(),
    id: uuid("id").notNull().unique(),
    userId: uuid("user_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    expires: instant("expires").notNull(),
    device: text("device"),
    createdAt: createdAt(),
  },
  (t) => [
    index("session_of_person").on(t.userId),
    servicePolicy("session"),
    secretPolicy("session", { of: "session_token", to: appRole }),
  ],
);

/** An emailed link and its six-digit code, either of which opens one session. */
export const signIn = pgTable(
  "sign_in",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    codeHash: text("code_hash").notNull(),
    tries: integer("tries").notNull().default(0),
    redirectTo: text("redirect_to"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("sign_in_of_email").on(t.email, t.createdAt), servicePolicy("sign_in")],
);
