import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { homePath } from "@/app/_components/shell/paths";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { MomentText } from "@/app/_components/ui/date-text";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { languages } from "@/db/vocabulary";
import type { Feed } from "@/server/domain/feed/schemas";
import type { NotificationChoices as Choices } from "@/server/domain/notification/schemas";
import type { MailPreferences, Self, Session } from "@/server/domain/person/schemas";
import { Hidden } from "../../_access/hidden";
import { ToldNotice } from "../../_access/told-notice";
import { CalendarFeeds } from "./calendar-feeds";
import { NotificationChoices } from "./notification-choices";
import { Part } from "./part";

type OwnPreferencesProps = {
  self: Self;
  mails: MailPreferences;
  choices: Choices;
  sessions: Session[];
  feeds: Feed[];
  /** What was just saved: "you", "session", "choices", or a workspace's id. */
  saved: string | null;
  told: string | null;
};

export function OwnPreferences({ self, mails, choices, sessions, feeds, saved, told }: OwnPreferencesProps) {
  const t = useTranslations("preferences");
  const names = useTranslations("common.language");
  const locale = useLocale();
  const browserZone = useTimeZone() ?? "UTC";
  const timeZone = self.timeZone ?? browserZone;
  return (
    <PublicFrame
      wide
      title={t("title")}
      footer={
        <Link href={homePath} className="text-sm font-medium text-accent underline-offset-3 hover:underline">
          {t("home")}
        </Link>
      }
    >
      <ToldNotice told={told} />
      <Part title={t("you.section")} lead={self.email}>
        <form method="post" action="/api/access/self" className="flex flex-col gap-4">
          <Field label={t("you.name")}>
            {(control) => (
              <Input {...control} name="name" autoComplete="name" required defaultValue={self.name ?? ""} />
            )}
          </Field>
          <Field label={t("you.title")} optional>
            {(control) => (
              <Input {...control} name="title" autoComplete="organization-title" defaultValue={self.title ?? ""} />
            )}
          </Field>
          <Field label={t("you.timeZone")} hint={t("you.timeZoneHint")}>
            {(control) => (
              <Select {...control} name="timeZone" defaultValue={timeZone}>
                {Intl.supportedValuesOf("timeZone")
                  .concat(timeZone)
                  .filter((zone, at, all) => all.indexOf(zone) === at)
                  .map((zone) => (
                    <option key={zone}>{zone}</option>
                  ))}
              </Select>
            )}
          </Field>
          <Field label={t("you.language")} hint={t("you.languageHint")}>
            {(control) => (
              <Select {...control} name="locale" defaultValue={self.locale ?? locale}>
                {languages.map((language) => (
                  <option key={language} value={language} lang={language}>
                    {names(language)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Saving words={t("you.save")} told={saved === "you" ? t("you.saved") : null} />
        </form>
      </Part>

      <Part title={t("mail.section")} lead={mails.length > 0 ? t("mail.sectionLead") : t("mail.none")}>
        {mails.map(({ workspaceId, workspaceName: workspace, reminders, notifications, digests }) => (
          <form
            key={workspaceId}
            method="post"
            action="/api/access/preferences"
            className="flex flex-col gap-3 py-3 not-last:hairline-b"
          >
            <Hidden
              values={{ workspace: workspaceId, asks: digests === null ? "notifications" : "notifications digests" }}
            />
            <Checkbox name="reminders" defaultChecked={reminders} label={t("mail.remindersOf", { workspace })} />
            <Checkbox
              name="notifications"
              defaultChecked={notifications}
              label={t("mail.notificationsOf", { workspace })}
            />
            {digests === null ? null : (
              <Checkbox
                name="digests"
                defaultChecked={digests}
                label={t("mail.digestsOf", { workspace })}
                hint={t("mail.digestsHint")}
              />
            )}
            <Saving
              words={t("mail.save")}
              told={
                saved === workspaceId
                  ? t("mail.saved", {
                      workspace,
                      reminders: String(reminders),
                      notifications: String(notifications),
                      digests: String(digests),
                    })
                  : null
              }
            />
          </form>
        ))}
      </Part>

      {mails.length > 0 ? (
        <Part title={t("notifications.section")} lead={t("notifications.lead")}>
          <form method="post" action="/api/access/preferences" className="flex flex-col gap-4">
            <NotificationChoices choices={choices} />
            <Saving words={t("notifications.save")} told={saved === "choices" ? t("notifications.saved") : null} />
          </form>
        </Part>
      ) : null}

      <CalendarFeeds feeds={feeds} saved={saved} />

      <Part title={t("sessions.section")} lead={saved === "session" ? t("sessions.ended") : t("sessions.lead")}>
        <ul>
          {sessions.map(({ id, device, createdAt, isThis }) => (
            <li key={id} className="hairline-b flex items-center justify-between gap-3 py-3">
              <div className="min-w-0">
                <p>{device ?? t("sessions.unknownDevice")}</p>
                <p className="text-sm text-ink-3">
                  {isThis
                    ? t("sessions.this")
                    : t.rich("sessions.since", { when: () => <MomentText at={createdAt} /> })}
                </p>
              </div>
              <form method="post" action="/api/access/end-session">
                <Hidden values={{ session: id }} />
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  aria-label={t("sessions.endOf", { device: device ?? t("sessions.unknownDevice") })}
                >
                  {t("sessions.end")}
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </Part>
    </PublicFrame>
  );
}

function Saving({ words, told }: { words: string; told: string | null }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton variant="secondary">{words}</SubmitButton>
      <p role="status" className="text-sm text-ink-2">
        {told}
      </p>
    </div>
  );
}
