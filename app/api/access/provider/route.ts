import { startProvider } from "@/server/auth/http/provider";

export const dynamic = "force-dynamic";

export { startProvider as POST };
