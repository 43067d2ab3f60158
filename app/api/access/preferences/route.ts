import { savePreferences } from "@/server/auth/http/mail-links";

export const dynamic = "force-dynamic";

export { savePreferences as POST };
