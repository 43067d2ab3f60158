import { useTranslations } from "next-intl";
import { PublicFrame } from "./_components/public-frame";
import { homePath } from "./_components/shell/paths";
import { ButtonLink } from "./_components/ui/button";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <PublicFrame title={t("title")} lead={t("body")}>
      <ButtonLink href={homePath} variant="primary" size="lg" wide>
        {t("action")}
      </ButtonLink>
    </PublicFrame>
  );
}
