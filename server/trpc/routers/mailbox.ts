import { listMailbox, readMailbox } from "@/server/domain/mailbox";
import { router } from "../init";
import { query } from "../procedures";

export const mailboxRouter = router({ list: query(listMailbox), read: query(readMailbox) });
