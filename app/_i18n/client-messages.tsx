import { getLocale, getNow, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/app/_messages";
import { writtenMessages } from "./compiled";
import { MoreMessages } from "./more-messages";

type ClientMessagesProps = { namespaces: readonly Namespace[]; children: ReactNode };

/** Sends the named texts to the browser, beside those sent further up; server components read all of them without this. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const [locale, timeZone, now] = await Promise.all([getLocale(), getTimeZone(), getNow()]);
  return (
    <MoreMessages text={writtenMessages(locale, namespaces)} locale={locale} timeZone={timeZone} now={now}>
      {children}
    </MoreMessages>
  );
}
