import { leave } from "@/server/auth/http/sign-in";

export const dynamic = "force-dynamic";

export { leave as POST };
