export {
  type Actor,
  type Caller,
  type Claim,
  type MemberActor,
  type PersonActor,
  type PlanActor,
  proven,
  type SystemActor,
} from "./actor";
export { at, now, todayIn } from "./clock";
export { mergeEdit } from "./edit";
export { groupBy } from "./group";
export { hashOf, newCode, newId, newToken } from "./ids";
export { takePoint } from "./limits";
export {
  feedLink,
  preferencesLink,
  readFeedLink,
  readPreferenceLink,
  readRequestLink,
  readStepLink,
  readUnsubscribeLink,
  renewedUnsubscribeToken,
  requestLink,
  stepLink,
  unsubscribeLink,
} from "./links";
export { gathered, type QueuedMail, queueMail } from "./outbox";
export { placeAmong } from "./position";
export { keepPlans, prepared } from "./prepared";
export { enqueue } from "./queue";
export { recordEvent } from "./record";
export { type FieldConflict, Refusal, type RefusalCode, refused } from "./refusal";
export { retellMeeting } from "./retell-meeting";
export { isNoneOf, setAside } from "./set-aside";
export { shownColumns } from "./shown";
export { type Scene, type Scope, type Verb, verb } from "./verb";
export { verbKnowing } from "./verb-knowing";
export {
  asPerson,
  atOnce,
  become,
  confineToSide,
  overAllZones,
  sent,
  type Tx,
  withinPart,
  withinPlan,
  withinService,
  withinSystem,
  withSecret,
} from "./within";
