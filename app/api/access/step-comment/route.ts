import { commentFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { commentFromMail as POST };
