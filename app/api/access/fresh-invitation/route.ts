import { askForFreshInvitation } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { askForFreshInvitation as POST };
