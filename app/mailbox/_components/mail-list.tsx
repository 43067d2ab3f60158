import clsx from "clsx";
import Link from "next/link";
import { MomentText } from "@/app/_components/ui/date-text";
import type { MailboxItem } from "@/server/domain/mailbox/schemas";

export function MailList({ mails, chosen }: { mails: MailboxItem[]; chosen: string | null }) {
  return (
    <ul className="mt-4 flex flex-col">
      {mails.map((mail) => (
        <li key={mail.id} className="hairline-b">
          <Link
            href={`/mailbox?mail=${mail.id}`}
            scroll={false}
            prefetch={false}
            aria-current={mail.id === chosen ? "true" : undefined}
            className={clsx(
              "-mx-3 block rounded-md px-3 py-2.5 transition-colors hover:bg-sunken",
              mail.id === chosen && "bg-sunken",
            )}
          >
            <span className="block font-medium wrap-anywhere">{mail.subject}</span>
            <span className="mt-0.5 flex items-baseline justify-between gap-3 text-sm text-ink-2">
              <span className="min-w-0 truncate">{mail.to}</span>
              <MomentText at={mail.sentAt} className="shrink-0 text-ink-3" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
