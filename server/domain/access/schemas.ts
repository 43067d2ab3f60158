import { z } from "zod";
import { linkActs } from "@/db/vocabulary";
import { EmailAddress } from "../_kernel/email-address";
import { Id, LanguageName, PlainDate, text, ZoneName } from "../_kernel/fields";
import { Body } from "../comment/schemas";
import { ChooseNotifications, NotificationChoices } from "../notification/schemas";
import { MailSwitches, TimeZone } from "../person/schemas";

const Token = z.string().min(20, "unknown_link").max(200, "unknown_link");
const SignedToken = z.string().min(20, "unknown_link").max(600, "unknown_link");
export const SixDigits = z.string().regex(/^\d{6}$/, "not_six_digits");

const shortWord = text(500)
  .transform((typed) => typed || null)
  .nullable()
  .default(null);

/** The browser's zone and language, kept as the person's at their first visit; one that nobody knows is as good as none. */
const Browser = { timeZone: TimeZone.nullish().catch(null), language: LanguageName.nullish().catch(null) };

export const RequestSignIn = z.object({
  email: EmailAddress,
  redirectTo: z.string().max(500).nullish(),
  language: Browser.language,
});
export const SignInLink = z.object({ token: Token });
export const ConfirmSignIn = SignInLink.extend(Browser);
export const SignInCode = z.object({
  email: EmailAddress,
  code: SixDigits,
  redirectTo: z.string().max(500).nullish(),
  ...Browser,
});
export const LookAround = z.object({ as: z.enum(["seller", "buyer"]), ...Browser });

/** What a confirm page may tell before anything is used up. */
export const SignInPreview = z.object({
  state: z.enum(["open", "used", "expired", "unknown"]),
  email: z.string().nullable(),
});

/** A session was opened: the transport sets the cookies from `token` and from the person's own language. */
export const Opened = z.object({
  token: z.string(),
  expires: z.date(),
  redirectTo: z.string(),
  personId: Id,
  locale: z.string().nullable(),
});
export type Opened = z.infer<typeof Opened>;

/** A wrong code is an answer, not a refusal: that it was tried must stay counted. */
export const CodeOutcome = z.discriminatedUnion("outcome", [
  Opened.extend({ outcome: z.literal("opened") }),
  z.object({ outcome: z.literal("code_wrong"), left: z.number().int() }),
  z.object({ outcome: z.literal("code_used_up") }),
]);

export const InvitationLink = z.object({ token: Token });
export const InvitationCode = InvitationLink.extend({ code: SixDigits, ...Browser });
export const AcceptInvitation = InvitationLink.extend(Browser);
export const InvitationPreview = z.discriminatedUnion("state", [
  z.object({ state: z.literal("unknown") }),
  z.object({
    /** `other_person`: open, but this browser is signed in with another address, `signedInAs`. */
    state: z.enum(["open", "used", "expired", "revoked", "other_person"]),
    kind: z.enum(["plan", "workspace"]),
    email: z.string(),
    invitedBy: z.string(),
    inviterCompany: z.string(),
    name: z.string().nullable(),
    workspaceName: z.string(),
    planTitle: z.string().nullable(),
    customerName: z.string().nullable(),
    side: z.enum(["seller", "buyer"]),
    expiresAt: z.date(),
    signedInAs: z.string().nullable(),
    /** Whether a fresh link may be sent to the invited address. */
    canRenew: z.boolean(),
    /** Whether somebody else, to whom the link was handed on, may ask to take part. */
    mayAsk: z.boolean(),
    /** Where the reader, who took this place already, finds it. */
    goTo: z.string().nullable(),
  }),
]);
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/** Links in mails about one step of one person, signed. */
export const StepLink = z.object({ token: SignedToken });
export const CompleteFromLink = StepLink.extend({ anyway: z.boolean().default(false) });
export const SnoozeFromLink = StepLink.extend({ until: PlainDate });
/** To nobody only with a word. */
export const PassOnFromLink = StepLink.extend({ ownerId: Id.nullable(), word: shortWord }).refine(
  ({ ownerId, word }) => ownerId !== null || word !== null,
  { path: ["word"], message: "required" },
);
export const CommentFromLink = StepLink.extend({ body: Body });
export const AnswerFromLink = CompleteFromLink.extend({ body: Body });
/** The code is asked of a browser that is not known to be the person's. */
export const DecideFromLink = CompleteFromLink.extend({
  decision: z.enum(["approved", "declined"]),
  why: shortWord,
  code: SixDigits.nullable().default(null),
}).refine(({ decision, why }) => decision === "approved" || why !== null, { path: ["why"], message: "required" });

const StepOfLink = z.object({ title: z.string(), planTitle: z.string(), planId: Id, workspaceName: z.string() });
const StepToDo = StepOfLink.extend({
  act: z.enum(linkActs),
  zone: ZoneName,
  name: z.string(),
  dueOn: z.iso.date().nullable(),
  today: z.iso.date(),
  /** Named only where the person is signed in; anybody else learns how many there are. */
  openPredecessors: z.array(z.string()),
  openCount: z.number().int(),
  /** Who may take it over. */
  colleagues: z.array(z.object({ participantId: Id, name: z.string(), title: z.string().nullable() })),
  /** Where the code goes that is asked for here, with most of the name left out; null where none is. */
  codeGoesTo: z.string().nullable(),
});

export const StepLinkPreview = z.discriminatedUnion("state", [
  z.object({ state: z.literal("gone") }),
  /** Somebody else is signed in here: they learn whose link it is, and nothing of the step. */
  z.object({ state: z.literal("other_person"), name: z.string(), signedInAs: z.string() }),
  StepOfLink.extend({ state: z.literal("used"), act: z.enum(linkActs), detail: z.string().nullable() }),
  StepOfLink.extend({ state: z.literal("done") }),
  StepOfLink.extend({ state: z.literal("dropped") }),
  StepOfLink.extend({ state: z.literal("not_yours"), ownerName: z.string().nullable() }),
  /** It can't be put off: nobody is reminded of it any more as it is. */
  StepOfLink.extend({ state: z.literal("most_reminders") }),
  StepToDo.extend({ state: z.literal("open") }),
  StepToDo.extend({ state: z.literal("waits") }),
]);
export type StepLinkPreview = z.infer<typeof StepLinkPreview>;

export const PreferenceLink = z.object({ token: SignedToken });
export const Preferences = z.discriminatedUnion("state", [
  z.object({ state: z.literal("expired") }),
  z.object({
    state: z.literal("open"),
    email: z.string(),
    workspaceName: z.string(),
    reminders: z.boolean(),
    notifications: z.boolean(),
    digests: z.boolean(),
    plans: NotificationChoices.shape.plans,
  }),
]);
export type Preferences = z.infer<typeof Preferences>;
/** What is not named stays as it is. */
export const SetPreferences = PreferenceLink.extend(MailSwitches.shape).extend({
  choices: ChooseNotifications.shape.choices
    .refine((choices) => choices.every(({ planId }) => planId !== null), { message: "required" })
    .default([]),
});

export const UnsubscribeLink = z.object({ token: SignedToken });
/** Whose mails of which kind a link ends; the address with most of its name left out. */
export const Unsubscription = z.object({
  email: z.string(),
  workspaceName: z.string(),
  from: z.enum(["reminders", "notifications", "digests", "digest"]),
  planTitle: z.string().nullable(),
  isEnded: z.boolean(),
});
export type Unsubscription = z.infer<typeof Unsubscription>;

export const Nothing = z.object({});
