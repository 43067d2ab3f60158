import { z } from "zod";
import { EmailAddress } from "../_kernel/email-address";
import { Country, Id, line, WorkspaceRoleName } from "../_kernel/fields";

export const Workspace = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  country: Country,
  accent: z.string().nullable(),
  senderName: z.string().nullable(),
  createdAt: z.date(),
});
export type Workspace = z.infer<typeof Workspace>;

/** Any colour: it is made darker or lighter where it would be hard to read. */
export const Accent = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "not_a_colour")
  .transform((typed) => typed.toLowerCase());

export const CreateWorkspace = z.object({ name: line(80), country: Country.default("DE") });
export const WorkspaceRef = z.object({ workspaceId: Id });
export const EditWorkspace = WorkspaceRef.extend({
  set: z
    .object({ name: line(80), country: Country, accent: Accent.nullable(), senderName: line(60).nullable() })
    .partial(),
  base: z.record(z.string(), z.unknown()),
});

export const Member = z.object({
  id: Id,
  personId: Id.nullable(),
  name: z.string(),
  email: z.string(),
  title: z.string().nullable(),
  role: WorkspaceRoleName,
  joinedAt: z.date().nullable(),
  invitedAt: z.date(),
});
export type Member = z.infer<typeof Member>;

export const WorkspaceView = z.object({
  workspace: Workspace,
  me: z.object({ memberId: Id, role: WorkspaceRoleName }),
  /** On how many plans they are, and how many of these they own: what goes with them when they leave. */
  members: z.array(Member.extend({ plans: z.number().int(), plansOwned: z.number().int() })),
});

export const InviteMember = WorkspaceRef.extend({ email: EmailAddress, name: line(120), role: WorkspaceRoleName });
export const MemberRef = WorkspaceRef.extend({ memberId: Id });
export const SetMemberRole = MemberRef.extend({ role: WorkspaceRoleName });
