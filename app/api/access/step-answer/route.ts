import { answerStepFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { answerStepFromMail as POST };
