import { handleNextAuth } from "@/server/auth/config";

export const dynamic = "force-dynamic";

export { handleNextAuth as GET, handleNextAuth as POST };
