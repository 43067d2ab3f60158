import { askForStepCode } from "@/server/auth/http/step-links";

export const dynamic = "force-dynamic";

export { askForStepCode as POST };
