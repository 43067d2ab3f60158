import { enterDemo } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { enterDemo as POST };
