"use client";

import { NextIntlClientProvider } from "next-intl";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Messages } from "@/app/_messages";
import type { AppLocale } from "./locales";

const Sent = createContext<Partial<Messages>>({});

type MoreMessagesProps = { text: string; locale: AppLocale; timeZone: string; now: Date; children: ReactNode };

/** Adds the namespaces written in `text` to those above. */
export function MoreMessages({ text, children, ...rest }: MoreMessagesProps) {
  const above = use(Sent);
  const messages = useMemo(() => ({ ...above, ...JSON.parse(text) }) as Messages, [above, text]);
  return (
    <Sent value={messages}>
      <NextIntlClientProvider {...rest} messages={messages}>
        {children}
      </NextIntlClientProvider>
    </Sent>
  );
}
