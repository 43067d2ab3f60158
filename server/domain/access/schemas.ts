import { z } from "zod";
import { EmailAddress } from "../_kernel/email-address";
import { Id } from "../_kernel/fields";

const Token = z.string().min(20).max(200);
export const SixDigits = z.string().regex(/^\d{6}$/, "not_six_digits");

export const RequestSignIn = z.object({ email: EmailAddress, redirectTo: z.string().max(500).optional() });
export const SignInLink = z.object({ token: Token });
export const SignInCode = z.object({ email: EmailAddress, code: SixDigits });
export const LookAround = z.object({ as: z.enum(["seller", "buyer"]) });

/** What a confirm page may tell before anything is used up. */
export const SignInPreview = z.object({ state: z.enum(["open", "used", "expired", "unknown"]), email: z.string().nullable() });

/** A session was opened: the transport sets the cookie from `token`. */
export const Opened = z.object({ token: z.string(), expires: z.date(), redirectTo: z.string(), personId: Id });

export const InvitationLink = z.object({ token: Token });
export const AcceptInvitation = z.object({ token: Token });
export const InvitationPreview = z.object({
  state: z.enum(["open", "used", "expired", "revoked", "unknown"]),
  kind: z.enum(["plan", "workspace"]),
  email: z.string(),
  invitedBy: z.string(),
  name: z.string().nullable(),
  workspaceName: z.string(),
  planTitle: z.string().nullable(),
  customerName: z.string().nullable(),
  expiresAt: z.date(),
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/** Links in mails about one step of one person, signed. */
export const StepLink = z.object({ token: z.string().min(20).max(600) });
export const StepLinkPreview = z.object({
  state: z.enum(["open", "done", "gone", "waits"]),
  title: z.string(),
  planTitle: z.string(),
  planId: Id,
  name: z.string(),
  dueOn: z.iso.date().nullable(),
  openPredecessors: z.array(z.string()),
});

export const PreferenceLink = z.object({ token: z.string().min(20).max(600) });
export const Preferences = z.object({ email: z.string(), workspaceName: z.string(), reminders: z.boolean() });
export const SetPreferences = PreferenceLink.extend({ reminders: z.boolean() });
