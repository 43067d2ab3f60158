export { invite, resendInvitation } from "./invite";
export { handOverLead, removeParticipant, revokeInvitation, setParticipantRole } from "./leave";
export { lockParticipant } from "./lock";
export { offerPlace } from "./offer";
export { editParticipant, nameParticipant } from "./place";
export { retryAddress } from "./retry-address";
export { HERE_SECONDS, showParticipant } from "./show";
