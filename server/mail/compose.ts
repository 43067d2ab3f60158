import { z } from "zod";
import { MeetingProps } from "@/emails/meeting";
import { env } from "../env";
import type { QueuedMail } from "./claim";
import { type CalendarPart, meetingFile } from "./meeting-file";
import { renderMail, UnrenderableMail, type WorkspaceLook } from "./render";
import { senderOf } from "./sender";
import { listHeaders, type OutgoingMail, transactionalHeaders } from "./transport";

const OfPlans = z.array(z.object({ planId: z.string() }));
/** What the headers of mails are made from that people can end, frozen with their other props; each names its plans in its way. */
const listed = {
  "step-reminder": {
    list: "reminders",
    props: z
      .object({ unsubscribeUrl: z.string(), steps: OfPlans })
      .transform(({ steps, ...rest }) => ({ ...rest, of: steps })),
  },
  digest: {
    list: "digest",
    props: z
      .object({ unsubscribeUrl: z.string(), plans: OfPlans })
      .transform(({ plans, ...rest }) => ({ ...rest, of: plans })),
  },
  notification: {
    list: "notifications",
    props: z
      .object({ unsubscribeUrl: z.string(), plans: OfPlans })
      .transform(({ plans, ...rest }) => ({ ...rest, of: plans })),
  },
} as const;

export type Uncomposed = { why: string; isFinal: boolean };

/** Makes the mail as it leaves: the same row gives the same mail at each try. @returns why not, when it can't be made. */
export async function compose(row: QueuedMail, look: WorkspaceLook | null = null): Promise<OutgoingMail | Uncomposed> {
  try {
    const { template, props, to, locale } = row;
    const { subject, html, text } = await renderMail({ template, props, to, locale, look });
    return {
      id: row.id,
      key: row.key,
      batch: row.batch,
      from: senderOf(env.MAIL_FROM, row.fromName),
      to,
      replyTo: row.replyTo,
      subject,
      html,
      text,
      calendar: calendarOf(row),
      headers: { ...headersOf(row), ...z.record(z.string(), z.string()).parse(row.headers) },
    };
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return { why, isFinal: reason instanceof UnrenderableMail };
  }
}

function calendarOf({ template, props, to, createdAt }: QueuedMail): CalendarPart | null {
  return template === "meeting" ? meetingFile(MeetingProps.parse(props), to, createdAt) : null;
}

function headersOf({ key, template, workspaceId, props }: QueuedMail): Record<string, string> {
  const about = Object.hasOwn(listed, template) ? listed[template as keyof typeof listed] : undefined;
  const read = about?.props.safeParse(props);
  if (!about || !read?.success || !workspaceId) return transactionalHeaders({ key });
  const { unsubscribeUrl, of } = read.data;
  const planIds = [...new Set(of.map(({ planId }) => planId))];
  return listHeaders({ key, list: about.list, unsubscribeUrl, workspaceId, planIds, appUrl: env.APP_URL });
}
