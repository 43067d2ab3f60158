import { z } from "zod";
import { env } from "../env";
import type { QueuedMail } from "./claim";
import { renderMail, UnrenderableMail, type WorkspaceLook } from "./render";
import { senderOf } from "./sender";
import { type OutgoingMail, reminderHeaders, transactionalHeaders } from "./transport";

/** What the headers of a reminder are made from, frozen with its other props. */
const Unsubscribable = z.object({ unsubscribeUrl: z.string(), steps: z.array(z.object({ planId: z.string() })) });

export type Uncomposed = { why: string; isFinal: boolean };

/** Makes the mail as it leaves: the same row gives the same mail at each try. @returns why not, when it can't be made. */
export async function compose(row: QueuedMail, look: WorkspaceLook | null = null): Promise<OutgoingMail | Uncomposed> {
  try {
    const { template, props, to, locale } = row;
    const { subject, html, text } = await renderMail({ template, props, to, locale, look });
    return {
      key: row.key,
      batch: row.batch,
      from: senderOf(env.MAIL_FROM, row.fromName),
      to,
      replyTo: row.replyTo,
      subject,
      html,
      text,
      headers: { ...headersOf(row), ...z.record(z.string(), z.string()).parse(row.headers) },
    };
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return { why, isFinal: reason instanceof UnrenderableMail };
  }
}

function headersOf({ key, workspaceId, props }: QueuedMail): Record<string, string> {
  const reminder = Unsubscribable.safeParse(props);
  if (!reminder.success || !workspaceId) return transactionalHeaders({ key });
  const { unsubscribeUrl, steps } = reminder.data;
  const planIds = [...new Set(steps.map(({ planId }) => planId))];
  return reminderHeaders({ key, unsubscribeUrl, workspaceId, planIds, appUrl: env.APP_URL });
}
