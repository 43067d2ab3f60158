import { showUnsubscribe, unsubscribeInOneClick } from "@/server/auth/http/unsubscribe";

export const dynamic = "force-dynamic";

export { showUnsubscribe as GET, unsubscribeInOneClick as POST };
