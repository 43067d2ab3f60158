import { completeStepFromMail } from "@/server/auth/http/mail-links";

export const dynamic = "force-dynamic";

export { completeStepFromMail as POST };
