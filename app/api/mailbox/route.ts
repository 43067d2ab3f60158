import { answerMailbox } from "@/server/api/mailbox";

export const dynamic = "force-dynamic";

export { answerMailbox as GET };
