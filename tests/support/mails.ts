import { readUnsubscribeLink } from "@/server/domain/_kernel";
import { owner } from "./database";

type Queued = { key: string; template: string; to: string; props: Record<string, unknown>; workspaceId: string | null };

/** The mails queued for an address, oldest first, as the worker would find them. */
export async function mailsTo(address: string): Promise<Queued[]> {
  return [
    ...(await owner()<Queued[]>`
      select key, template, "to", props, workspace_id as "workspaceId" from mail where "to" = ${address} order by created_at, id`),
  ];
}

export async function lastMailTo(address: string): Promise<Queued> {
  const mail = (await mailsTo(address)).at(-1);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

/** Which mails the one-click link in a sent mail's headers ends. */
export function endedBy(headers: Record<string, string> | undefined) {
  const link = new URL((headers?.["List-Unsubscribe"] ?? "").slice(1, -1));
  return readUnsubscribeLink(link.searchParams.get("token") ?? "")?.mails;
}

/** The token of the link in a mail. */
export const tokenIn = (mail: Queued): string => new URL(String(mail.props.url)).searchParams.get("token") ?? "";
