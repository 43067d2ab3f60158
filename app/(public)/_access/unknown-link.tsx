import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";

/** Of a mail's link to what one gets by mail: it is none of ours, or worked once. */
export function UnknownLink({ isExpired = false }: { isExpired?: boolean }) {
  const t = useTranslations("preferences.mail");
  return (
    <PublicFrame title={isExpired ? t("expired") : t("unknown")} lead={isExpired ? t("expiredLead") : t("unknownLead")}>
      <ButtonLink href="/sign-in?to=/preferences" variant="primary" size="lg" wide>
        {t("signIn")}
      </ButtonLink>
    </PublicFrame>
  );
}
