import { useTranslations } from "next-intl";
import { signInPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { LandingOptions } from "./options";

/** Both sides' doors into the demo where there is one; otherwise the sign-in. */
export function WaysIn({ lookAround }: LandingOptions) {
  const t = useTranslations("landing");
  if (!lookAround) {
    return (
      <ButtonLink href={signInPath} variant="primary" size="lg">
        {t("signIn")}
      </ButtonLink>
    );
  }
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <LookForm as="seller" words={t("lookSeller")} lookAround={lookAround} />
        <LookForm as="buyer" words={t("lookBuyer")} lookAround={lookAround} />
      </div>
      <p className="mt-3 text-sm text-ink-3">{t("lookNote")}</p>
    </>
  );
}

type LookFormProps = { as: "seller" | "buyer"; words: string; lookAround: (form: FormData) => Promise<void> };

function LookForm({ as, words, lookAround }: LookFormProps) {
  return (
    <form action={lookAround} className="max-sm:w-full">
      <input type="hidden" name="as" value={as} />
      <SubmitButton variant={as === "seller" ? "primary" : "secondary"} size="lg" className="max-sm:w-full">
        {words}
      </SubmitButton>
    </form>
  );
}
