import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way on for whoever holds an invitation that is somebody else's. */
export function NotYou({ name, token }: { name: string | null; token: string }) {
  const t = useTranslations("access.invitation");
  return (
    <p className="text-center text-sm text-ink-2">
      {name ? t("notYou", { name }) : t("notYouUnnamed")}{" "}
      <Link
        href={`/invitation?${new URLSearchParams({ token, other: "1" })}`}
        className="text-accent underline"
        prefetch={false}
      >
        {t("askInstead")}
      </Link>
    </p>
  );
}
