export { acceptInvitation } from "./accept-invitation";
export { isAllowed, mustBeAllowed, readDomain } from "./allowed-domain";
export { chaseInvitations, followInvitation } from "./chase";
export { zonesOfInvited } from "./clock-of-reader";
export { confirmCode } from "./confirm-code";
export { confirmSignIn, previewSignIn } from "./confirm-sign-in";
export { ensurePerson } from "./ensure-person";
export { emailOf, type Found, findInvitation } from "./find-invitation";
export { foreseeChasers } from "./foresee-chasers";
export { acceptWithCode, sendInvitationCode } from "./invitation-code";
export { companyOfInviter } from "./inviter";
export { issueAnew } from "./issue-anew";
export { issueInvitation, revokeInvitations } from "./issue-invitation";
export { issueSignIn } from "./issue-sign-in";
export { lookAround } from "./look-around";
export { type MailNews, noteInvitationMail } from "./note-invitation-mail";
export { noteInvitationOpened } from "./note-opened";
export { readPreferences, setPreferences } from "./preferences";
export { mayAskToJoin, previewInvitation } from "./preview-invitation";
export { recheckInvitations } from "./recheck-invitations";
export { recheckUnanswered } from "./recheck-unanswered";
export { requestFreshInvitation } from "./request-fresh-invitation";
export { requestSignIn } from "./request-sign-in";
export { resendAt } from "./resend-gap";
export { safePath } from "./safe-path";
export { claimOfSession, openSession, personOfSession, SESSION_DAYS } from "./session";
export { signOut } from "./sign-out";
export {
  answerFromLink,
  commentFromLink,
  completeFromLink,
  decideFromLink,
  passOnFromLink,
  snoozeFromLink,
} from "./step-link/act";
export { sendStepCode } from "./step-link/code";
export { previewStepLink } from "./step-link/preview";
export { previewUnsubscribe, unsubscribe } from "./unsubscribe";
