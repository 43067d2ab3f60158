import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgPolicy, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { workspaceRoles } from "../vocabulary";
import { createdAt, instant, tenantRow } from "./_columns";
import { appRole, now_, ownRowPolicy, secretPolicy, serviceRole, tenantPolicy } from "./_policies";

export const workspaceRoleEnum = pgEnum("workspace_role", workspaceRoles);

export const workspace = pgTable(
  "workspace",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    country: text("country").notNull().default("DE"),
    /** "#14594a": of its mails and plans, once it has been mended to be read. */
    accent: text("accent"),
    /** What its mails come from, where that is shorter than its name. */
    senderName: text("sender_name"),
    createdAt: createdAt(),
  },
  () => [
    check("workspace_accent", sql`accent ~ '^#[0-9a-f]{6}$'`),
    tenantPolicy("workspace", {}, "id"),
    pgPolicy("workspace_home", {
      for: "select",
      to: [appRole, serviceRole],
      using: sql`${now_.workspace} is null and (exists (select 1 from member m where m.workspace_id = workspace.id and m.person_id = ${now_.person} and m.removed_at is null) or exists (select 1 from participation p where p.workspace_id = workspace.id and p.person_id = ${now_.person}))`,
    }),
  ],
);

/** A person of the selling company. `personId` is empty until they accept. */
export const member = pgTable(
  "member",
  {
    ...tenantRow(),
    personId: uuid("person_id"),
    email: text("email").notNull(),
    name: text("name").notNull(),
    title: text("title"),
    role: workspaceRoleEnum("role").notNull(),
    joinedAt: instant("joined_at"),
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("member_email").on(t.workspaceId, t.email),
    index("member_of_person").on(t.personId),
    tenantPolicy("member"),
    ownRowPolicy("member"),
  ],
);

/** An offer of a place, on a plan or in the workspace, to exactly one address. Only the token's hash is kept. */
export const invitation = pgTable(
  "invitation",
  {
    ...tenantRow(),
    planId: uuid("plan_id"),
    participantId: uuid("participant_id"),
    memberId: uuid("member_id"),
    email: text("email").notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedByName: text("invited_by_name").notNull(),
    invitedByCompany: text("invited_by_company"),
    invitedByParticipantId: uuid("invited_by_participant_id"),
    expiresAt: instant("expires_at").notNull(),
    openedAt: instant("opened_at"),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("invitation_token").on(t.workspaceId, t.tokenHash),
    index("invitation_by_token").on(t.tokenHash),
    index("invitation_of_participant").on(t.workspaceId, t.participantId),
    tenantPolicy("invitation"),
    secretPolicy("invitation"),
  ],
);
