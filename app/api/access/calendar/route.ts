import { keepCalendar } from "@/server/auth/http/calendar";

export const dynamic = "force-dynamic";

export { keepCalendar as POST };
