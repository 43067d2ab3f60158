import { enterWithInvitation } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { enterWithInvitation as POST };
