import { askToJoin } from "@/server/auth/http/access-request";

export const dynamic = "force-dynamic";

export { askToJoin as POST };
