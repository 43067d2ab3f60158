import { z } from "zod";
import { MainButton } from "./_components/button";
import { Card } from "./_components/card";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl } from "./fields";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

const Somebody = z.object({ name: z.string(), email: z.string() });

export const MeetingProps = z.object({
  method: z.enum(["request", "cancel"]),
  isUpdate: z.boolean(),
  /** The meeting takes place, without whom this is sent to. */
  isLetGo: z.boolean(),
  uid: z.string(),
  sequence: z.number().int(),
  title: z.string(),
  planTitle: z.string(),
  supplierName: z.string(),
  customerName: z.string(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  /** The reader's. */
  timeZone: z.string(),
  place: z.string().nullable(),
  organiser: z.object({ name: z.string(), email: z.string().nullable() }),
  attendees: z.array(Somebody),
  inviteeName: z.string(),
  stepUrl: MailUrl,
});
export type MeetingProps = z.infer<typeof MeetingProps>;

const happening = ({ method, isUpdate, isLetGo }: MeetingProps) =>
  method === "request" ? (isUpdate ? "moved" : "asked") : isLetGo ? "letGo" : "off";

export const subject = (props: MeetingProps, words: Words) =>
  words.t(`meeting.subject.${happening(props)}`, { title: props.title, when: whenOf(props, words) ?? "none" });

export function text(props: MeetingProps, words: Words): string {
  const { t } = words;
  const { over, when, place, others } = speak(props, words);
  return paragraphs(
    t("meeting.greeting", { name: firstName(props.inviteeName) ?? props.inviteeName }),
    over,
    lines(props.title, when, place && t("meeting.place", { place }), others),
    lines(t("meeting.open"), props.stepUrl),
    props.method === "request" && t("meeting.answer", { organiser: props.organiser.name }),
  );
}

export default function Meeting({ words, ...props }: MeetingProps & { words: Words }) {
  const { t } = words;
  const { over, when, place, others } = speak(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={[when, props.planTitle].filter(Boolean).join(" · ")}
      footer={
        <Small>
          {t("meeting.why", { plan: props.planTitle, customer: props.customerName, supplier: props.supplierName })}
        </Small>
      }
    >
      <Note style={{ margin: "0 0 6px" }}>{over}</Note>
      <Title>{props.title}</Title>
      {when || place || others ? (
        <Card>
          {when ? (
            <Paragraph
              style={{
                margin: 0,
                fontWeight: 600,
                textDecoration: props.method === "cancel" ? "line-through" : "none",
              }}
            >
              {when}
            </Paragraph>
          ) : null}
          {place ? <Note style={{ margin: "4px 0 0" }}>{t("meeting.place", { place })}</Note> : null}
          {others ? <Note style={{ margin: "4px 0 0" }}>{others}</Note> : null}
        </Card>
      ) : null}
      <MainButton href={props.stepUrl}>{t("meeting.button")}</MainButton>
      {props.method === "request" ? (
        <Note style={{ margin: "12px 0 0" }}>{t("meeting.answer", { organiser: props.organiser.name })}</Note>
      ) : null}
    </Layout>
  );
}

function speak(props: MeetingProps, words: Words) {
  const { t, lang, to } = words;
  const names = props.attendees.filter(({ email }) => email !== to).map(({ name }) => name);
  const others = new Intl.ListFormat(lang, { type: "unit", style: "long" }).format(names);
  return {
    over: t(`meeting.over.${happening(props)}`, { organiser: props.organiser.name, plan: props.planTitle }),
    when: whenOf(props, words),
    place: props.place,
    others: names.length > 0 && props.method === "request" ? t("meeting.others", { names: others }) : null,
  };
}

/** "Thu 27 Nov, 14:00–15:00 (GMT+1)", on the reader's clock. */
function whenOf({ startsAt, endsAt, timeZone: wanted }: MeetingProps, { t, day, lang }: Words): string | null {
  if (!startsAt || !endsAt) return null;
  const timeZone = isKnown(wanted) ? wanted : "UTC";
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const date = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(start);
  const hours = new Intl.DateTimeFormat(lang, { timeZone, hour: "numeric", minute: "2-digit" });
  const zone = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: "short" })
    .formatToParts(start)
    .find(({ type }) => type === "timeZoneName");
  return t("meeting.when", { day: day(date), hours: hours.formatRange(start, end), zone: zone?.value ?? timeZone });
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false;
  }
}

Meeting.PreviewProps = {
  method: "request",
  isUpdate: false,
  isLetGo: false,
  uid: "0199f0c0-2222-7000-8000-000000000001@throughline",
  sequence: 0,
  title: "Security review with both teams",
  planTitle: "Replace the paper rota on fourteen wards",
  supplierName: "Acme Scheduling",
  customerName: "Northwind Health",
  startsAt: "2026-12-03T13:00:00.000Z",
  endsAt: "2026-12-03T14:00:00.000Z",
  timeZone: "Europe/Berlin",
  place: "Room 4.12, or the link in the plan",
  organiser: { name: "Lena Marsh", email: "lena.marsh@acme.example" },
  attendees: [
    { name: "Priya Raman", email: "p.raman@northwind.example" },
    { name: "Jonas Weber", email: "j.weber@northwind.example" },
    { name: "Lena Marsh", email: "lena.marsh@acme.example" },
  ],
  inviteeName: "Priya Raman",
  stepUrl:
    "https://plans.example.com/plans/0199f0c0-1111-7000-8000-000000000001/steps?step=0199f0c0-2222-7000-8000-000000000001",
} satisfies MeetingProps as MeetingProps;
