import { useTranslations } from "next-intl";
import { signInPath } from "@/app/_components/shell/paths";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import type { LandingOptions } from "./options";

/** Both sides' doors into the demo where there is one; otherwise the sign-in. */
export function WaysIn({ canLookAround }: LandingOptions) {
  const t = useTranslations("landing");
  if (!canLookAround) {
    return (
      <ButtonLink href={signInPath} variant="primary" size="lg">
        {t("signIn")}
      </ButtonLink>
    );
  }
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <LookForm as="seller" words={t("lookSeller")} />
        <LookForm as="buyer" words={t("lookBuyer")} />
      </div>
      <p className="mt-3 text-sm text-ink-3">{t("lookNote")}</p>
    </>
  );
}

function LookForm({ as, words }: { as: "seller" | "buyer"; words: string }) {
  return (
    <form method="post" action="/api/access/look-around" className="max-sm:w-full">
      <input type="hidden" name="as" value={as} />
      <Button type="submit" variant={as === "seller" ? "primary" : "secondary"} size="lg" className="max-sm:w-full">
        {words}
      </Button>
    </form>
  );
}
