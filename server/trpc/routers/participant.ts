import {
  editParticipant,
  handOverLead,
  invite,
  nameParticipant,
  removeParticipant,
  resendInvitation,
  retryAddress,
  revokeInvitation,
  setParticipantRole,
} from "@/server/domain/participant";
import { router } from "../init";
import { mutation } from "../procedures";

export const participantRouter = router({
  invite: mutation(invite),
  name: mutation(nameParticipant),
  edit: mutation(editParticipant),
  resend: mutation(resendInvitation),
  retryAddress: mutation(retryAddress),
  revoke: mutation(revokeInvitation),
  remove: mutation(removeParticipant),
  setRole: mutation(setParticipantRole),
  handOver: mutation(handOverLead),
});
