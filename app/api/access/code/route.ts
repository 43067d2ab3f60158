import { enterWithCode } from "@/server/auth/http/sign-in";

export const dynamic = "force-dynamic";

export { enterWithCode as POST };
