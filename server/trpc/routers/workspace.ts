import { readMailStanding, resumeMail } from "@/server/domain/delivery";
import {
  createWorkspace,
  editWorkspace,
  inviteMember,
  readWorkspace,
  removeMember,
  resendMember,
  setMemberRole,
} from "@/server/domain/workspace";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const workspaceRouter = router({
  read: query(readWorkspace),
  create: mutation(createWorkspace),
  edit: mutation(editWorkspace),
  inviteMember: mutation(inviteMember),
  resendMember: mutation(resendMember),
  removeMember: mutation(removeMember),
  setMemberRole: mutation(setMemberRole),
  mailStanding: query(readMailStanding),
  resumeMail: mutation(resumeMail),
});
