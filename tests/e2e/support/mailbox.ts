import { expect } from "@playwright/test";

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

/** The mails that a server delivered to an address, newest first. */
export async function mailsTo(server: string, address: string): Promise<Delivered[]> {
  const answer = await fetch(`${server}/api/mailbox?to=${encodeURIComponent(address)}`);
  return answer.json();
}

/** The newest mail to an address whose subject matches, once it was delivered. */
export async function mailTo(server: string, address: string, subject: RegExp): Promise<Delivered> {
  let found: Delivered | undefined;
  const look = async () => {
    found = (await mailsTo(server, address)).find((mail) => subject.test(mail.subject));
    return found?.subject ?? "";
  };
  await expect.poll(look, { message: `a mail to ${address} about ${subject}`, timeout: 20_000 }).toMatch(subject);
  if (!found) throw new Error("a mail that was there is gone");
  return found;
}

/** The link in a mail that leads to a path, at another server's address when one is named. */
export function linkIn(mail: Delivered, path: RegExp, server?: string): string {
  const link = mail.links.find((candidate) => path.test(new URL(candidate).pathname));
  if (!link) throw new Error(`no link to ${path} in "${mail.subject}": ${mail.links.join(", ")}`);
  if (!server) return link;
  const { pathname, search } = new URL(link);
  return new URL(pathname + search, server).href;
}
