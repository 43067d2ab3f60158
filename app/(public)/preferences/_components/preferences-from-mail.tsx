import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { Callout } from "@/app/_components/ui/callout";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Hidden } from "../../_access/hidden";

type PreferencesFromMailProps = {
  chosen: { email: string; workspaceName: string; reminders: boolean };
  token: string;
  isSaved: boolean;
  told: string | null;
};

export function PreferencesFromMail({ chosen, token, isSaved, told }: PreferencesFromMailProps) {
  const t = useTranslations("preferences.mail");
  const { email, workspaceName: workspace, reminders } = chosen;
  return (
    <PublicFrame
      title={t("title", { workspace })}
      lead={<span className="wrap-anywhere">{t("lead", { email })}</span>}
      footer={<p className="text-sm text-ink-2">{t("always")}</p>}
    >
      {isSaved ? <Callout announce>{reminders ? t("on", { workspace }) : t("off", { workspace })}</Callout> : null}
      {told ? (
        <Callout tone="bad" announce>
          {told}
        </Callout>
      ) : null}
      <form method="post" action="/api/access/preferences" className="flex flex-col gap-5">
        <Hidden values={{ token }} />
        <Checkbox name="reminders" defaultChecked={reminders} label={t("reminders")} hint={t("remindersHint")} />
        <SubmitButton size="lg" wide>
          {t("save")}
        </SubmitButton>
      </form>
    </PublicFrame>
  );
}
