export { createWorkspace } from "./create";
export { editWorkspace } from "./edit";
export { inviteMember, resendMember } from "./invite-member";
export { readWorkspace } from "./read";
export { removeMember } from "./remove-member";
export { setMemberRole } from "./set-member-role";
