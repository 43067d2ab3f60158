import { endSession } from "@/server/auth/http/mail-links";

export const dynamic = "force-dynamic";

export { endSession as POST };
