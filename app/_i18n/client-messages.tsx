import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages, Namespace } from "@/app/_messages";

const everywhere: Namespace[] = ["common", "shell", "errors", "dates"];

type ClientMessagesProps = { namespaces?: Namespace[]; children: ReactNode };

/** Sends the named texts to the browser; server components read all of them without this. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const messages: Messages = await getMessages();
  const sent = Object.fromEntries([...everywhere, ...namespaces].map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
