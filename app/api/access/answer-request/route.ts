import { answerRequest } from "@/server/auth/http/access-request";

export const dynamic = "force-dynamic";

export { answerRequest as POST };
