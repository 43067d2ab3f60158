import { expect } from "@playwright/test";
import { theStage } from "./stage";

export type Delivered = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  links: string[];
  sentAt: string;
};

export async function mailsTo(address: string): Promise<Delivered[]> {
  const answer = await fetch(`${theStage().first}/api/mailbox?to=${encodeURIComponent(address)}`);
  return answer.json();
}

/** The newest mail to an address whose subject matches, once it was delivered. */
export async function mailTo(address: string, subject: RegExp): Promise<Delivered> {
  let found: Delivered | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).find((mail) => subject.test(mail.subject));
        return found?.subject;
      },
      { message: `a mail to ${address} about ${subject}`, timeout: 20_000 },
    )
    .toMatch(subject);
  if (!found) throw new Error("unreachable");
  return found;
}

/** The link in a mail that leads to a path, moved to another server's address when one is named. */
export function linkIn(mail: Delivered, path: RegExp, address?: string): string {
  const link = mail.links.find((candidate) => path.test(new URL(candidate).pathname));
  if (!link) throw new Error(`no link to ${path} in "${mail.subject}": ${mail.links.join(", ")}`);
  if (!address) return link;
  const { pathname, search } = new URL(link);
  return new URL(pathname + search, address).href;
}
