import { enterWithInvitationCode } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { enterWithInvitationCode as POST };
