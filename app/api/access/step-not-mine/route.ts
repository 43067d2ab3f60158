import { passOnStepFromMail } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { passOnStepFromMail as POST };
