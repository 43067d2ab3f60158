import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { Preferences } from "@/server/domain/access/schemas";
import { Hidden } from "../../_access/hidden";
import { ToldNotice } from "../../_access/told-notice";
import { PlanChoices } from "./notification-choices";

type PreferencesFromMailProps = {
  chosen: Extract<Preferences, { state: "open" }>;
  token: string;
  isSaved: boolean;
  told: string | null;
};

export function PreferencesFromMail({ chosen, token, isSaved, told }: PreferencesFromMailProps) {
  const t = useTranslations("preferences.mail");
  const all = useTranslations("preferences.notifications");
  const { email, workspaceName: workspace, reminders, notifications, plans } = chosen;
  const digests = plans.some(({ digest }) => digest !== null) ? chosen.digests : null;
  return (
    <PublicFrame
      title={t("title", { workspace })}
      lead={<span className="wrap-anywhere">{t("lead", { email })}</span>}
      footer={<p className="text-sm text-ink-2">{t("always")}</p>}
    >
      {isSaved ? (
        <Callout announce>
          {t("saved", {
            workspace,
            reminders: String(reminders),
            notifications: String(notifications),
            digests: String(digests),
          })}
        </Callout>
      ) : null}
      <ToldNotice told={told} />
      <form method="post" action="/api/access/preferences" className="flex flex-col gap-5">
        <Hidden values={{ token, asks: digests === null ? "notifications" : "notifications digests" }} />
        <Checkbox name="reminders" defaultChecked={reminders} label={t("reminders")} hint={t("remindersHint")} />
        <Checkbox
          name="notifications"
          defaultChecked={notifications}
          label={t("notifications")}
          hint={t("notificationsHint")}
        />
        {digests === null ? null : (
          <Checkbox name="digests" defaultChecked={digests} label={t("digests")} hint={t("digestsHint")} />
        )}
        <PlanChoices plans={plans} usual={all("asEverywhere")} />
        <SubmitButton size="lg" wide>
          {t("save")}
        </SubmitButton>
      </form>
      <p className="mt-2 text-sm text-ink-2">{t("everywhere")}</p>
      <ButtonLink href="/sign-in?to=/preferences" variant="ghost" size="lg" wide>
        {t("signIn")}
      </ButtonLink>
    </PublicFrame>
  );
}
