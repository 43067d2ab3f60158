import { askForInvitationCode } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { askForInvitationCode as POST };
