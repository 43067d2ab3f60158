/**
 * Why the domain says no. Each code has a sentence for people in `_messages` under `errors.<code>`, which says what to do next.
 * What a reader may not see is refused as `not_found`, the same as what does not exist.
 */
export const refusalCodes = [
  "not_signed_in",
  "not_found",
  "not_allowed",
  "invalid",
  "conflict",
  "too_many",
  "cycle",
  "waits",
  "ends_before_start",
  "currency_changed",
  "currency_in_use",
  "zone_of_milestone",
  "owner_cannot_see",
  "owner_has_left",
  "not_yours",
  "most_reminders",
  "not_author",
  "not_decider",
  "not_this_kind",
  "not_joined_yet",
  "meeting_without_date",
  "code_wrong",
  "code_used_up",
  "link_used",
  "link_expired",
  "link_revoked",
  "other_person",
  "already_here",
  "already_on_plan",
  "resend_too_soon",
  "address_bounces",
  "domain_not_allowed",
  "domain_looks_alike",
  "request_answered",
  "last_owner",
  "last_lead",
  "always_there",
  "scores_incomplete",
  "scores_submitted",
  "wording_changed",
  "more_to_read",
  "other_origin",
  "too_large",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** One field that somebody else changed meanwhile: theirs is in place, yours is handed back. */
export type FieldConflict = { field: string; yours: unknown; theirs: unknown };

export type RefusalDetails = {
  conflicts?: FieldConflict[];
  /** Titles, in order: the path of a cycle, the open predecessors. */
  titles?: string[];
  fields?: Record<string, string>;
  seconds?: number;
  left?: number;
  name?: string;
};

export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

export const refused = (code: RefusalCode, details?: RefusalDetails) => new Refusal(code, details);
