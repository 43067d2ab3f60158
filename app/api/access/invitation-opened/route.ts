import { noteOpened } from "@/server/auth/http/invitation";

export const dynamic = "force-dynamic";

export { noteOpened as POST };
