import { saveSelf } from "@/server/auth/http/mail-links";

export const dynamic = "force-dynamic";

export { saveSelf as POST };
