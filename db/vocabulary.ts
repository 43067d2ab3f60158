/** The closed lists of the product's words. Tuple → type → pgEnum → zod, each from here. */
export const zones = ["shared", "committee", "seller"] as const;
export type Zone = (typeof zones)[number];

export const sides = ["seller", "buyer"] as const;
export type Side = (typeof sides)[number];

/** The zone that this side alone sees. */
export const ownZoneOf = (side: Side): Zone => (side === "buyer" ? "committee" : "seller");

/** Whether somebody of this side is shown what is of this zone: what the tables' policies say, for who reads over all zones. */
export const maySee = (side: Side, zone: Zone): boolean => zone === "shared" || zone === ownZoneOf(side);

export const workspaceRoles = ["owner", "admin", "member"] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

export const planRoles = ["lead", "contributor", "viewer", "owner", "editor"] as const;
export type PlanRole = (typeof planRoles)[number];

export const buyingRoles = [
  "economic_buyer",
  "champion",
  "decision_maker",
  "evaluator",
  "user",
  "technical",
  "security",
  "legal",
  "procurement",
  "finance",
  "executive_sponsor",
] as const;
export type BuyingRole = (typeof buyingRoles)[number];

export const buyingJobs = [
  "problem_identification",
  "solution_exploration",
  "requirements_building",
  "supplier_selection",
  "validation",
  "consensus_creation",
] as const;
export type BuyingJob = (typeof buyingJobs)[number];

export const participantStatuses = ["not_invited", "invited", "delivered", "opened", "joined", "bounced"] as const;
export type ParticipantStatus = (typeof participantStatuses)[number];

export const accessRequestStates = ["open", "approved", "declined"] as const;
export type AccessRequestState = (typeof accessRequestStates)[number];

export const stepKinds = ["task", "meeting", "approval", "document", "signature", "question"] as const;
export type StepKind = (typeof stepKinds)[number];

export const stepStatuses = ["todo", "doing", "blocked", "done", "dropped"] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** What was said to a step that asks: an approval is given or declined, a question answered. */
export const answerKinds = ["approved", "declined", "answered"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Kinds of event by which a step is done, however that was said. */
export const finishingKinds: readonly string[] = ["step.completed", "step.answered", "step.approved"];

/** What a mail's link lets one person do with one step. */
export const linkActs = ["done", "later", "not_mine", "comment", "answer", "decide"] as const;
export type LinkAct = (typeof linkActs)[number];

/** What comments are written on. */
export const commentSubjects = ["step"] as const;

export const agreementLevels = ["agree", "partly", "disagree"] as const;
export type AgreementLevel = (typeof agreementLevels)[number];

export const optionKinds = ["this_supplier", "other_supplier", "build", "do_nothing"] as const;
export type OptionKind = (typeof optionKinds)[number];

/** Languages that the product speaks; what is not translated yet is said in the first. */
export const languages = ["en", "de", "fr", "es", "ja"] as const;
export type Language = (typeof languages)[number];

/** What somebody is told of: each is one sentence about one event. */
export const notificationKinds = [
  "given",
  "taken",
  "problem",
  "comment",
  "bounced",
  "role",
  "moved",
  "status",
  "reworded",
  "awaited_done",
  "awaited_moved",
  "awaited_blocked",
  "stalled",
  "decision_date",
  "joined",
  "criterion",
  "option",
  "unanswered",
  "asked",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How soon a mail says it. */
export const paces = ["at_once", "daily", "weekly", "off"] as const;
export type Pace = (typeof paces)[number];

/** When a step is reminded of: `days` are working days from its date, then every week if `weekly`, at most `most` times. */
export type Cadence = { days: number[]; weekly: boolean; most: number };
export type CadenceChoice = Cadence | "off";

/** Mails whose day is known ahead, and which can be held back. */
export const foreseenKinds = ["reminder", "digest", "invitation"] as const;
export type ForeseenKind = (typeof foreseenKinds)[number];
