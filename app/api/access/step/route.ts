import { completeStepFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { completeStepFromMail as POST };
