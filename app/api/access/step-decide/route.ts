import { decideStepFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { decideStepFromMail as POST };
