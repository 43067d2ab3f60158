import { askForSignIn } from "@/server/auth/http/sign-in";

export const dynamic = "force-dynamic";

export { askForSignIn as POST };
