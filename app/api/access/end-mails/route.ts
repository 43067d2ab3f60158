import { unsubscribeFromPage } from "@/server/auth/http/unsubscribe";

export const dynamic = "force-dynamic";

export { unsubscribeFromPage as POST };
