import { enterWithLink } from "@/server/auth/http/sign-in";

export const dynamic = "force-dynamic";

export { enterWithLink as POST };
