import { takeResendNews } from "@/server/mail/webhooks/resend";

export const dynamic = "force-dynamic";

export { takeResendNews as POST };
