import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { env } from "@/server/env";
import { quietLink } from "./quiet-link";

/** Where mails stay on this machine: to the one that was just asked for. */
export function MailboxLink({ email, className }: { email: string; className?: string }) {
  const t = useTranslations("access.sent");
  if (env.MAIL_TRANSPORT !== "mailbox") return null;
  return (
    <Link href={`/mailbox?${new URLSearchParams({ to: email })}`} className={clsx(quietLink, className)}>
      {t("mailbox")}
    </Link>
  );
}
