import { showPreferences, unsubscribe } from "@/server/auth/http/mail-links";

export const dynamic = "force-dynamic";

export { showPreferences as GET, unsubscribe as POST };
