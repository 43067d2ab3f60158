import { snoozeStepFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { snoozeStepFromMail as POST };
