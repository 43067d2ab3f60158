import { getTranslations } from "next-intl/server";
import { Logo } from "@/app/_components/line/logo";
import { signInPath } from "@/app/_components/shell/paths";
import { SkipLink } from "@/app/_components/shell/skip-link";
import { ButtonLink } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { type Query, readQuery, toldBy } from "./_access/told";
import { ExamplePlan } from "./_landing/example-plan";
import { landingOptions } from "./_landing/options";
import { WaysIn } from "./_landing/ways-in";

const reasons = ["first", "second", "third"] as const;

export default async function LandingPage({ searchParams }: { searchParams: Query }) {
  const [t, told] = await Promise.all([getTranslations("landing"), readQuery(searchParams).then(toldBy)]);
  return (
    <div className="mx-auto flex min-h-dvh max-w-[70rem] flex-col px-5 sm:px-10">
      <SkipLink />
      <header className="flex h-16 items-center justify-between sm:h-20">
        <Logo />
        <ButtonLink href={signInPath} variant="ghost" className="-mr-4">
          {t("signIn")}
        </ButtonLink>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        <div className="pt-12 pb-14 sm:pt-20 sm:pb-20">
          <h1 className="max-w-[24ch] font-serif text-display font-normal">{t("headline")}</h1>
          <p className="mt-6 max-w-[56ch] text-lg font-normal tracking-normal text-ink-2">{t("lead")}</p>
          <div className="mt-9">
            <WaysIn {...landingOptions()} />
            {told ? <InlineError className="mt-3">{told}</InlineError> : null}
          </div>
        </div>
        <ExamplePlan />
        <ul className="grid gap-x-11 gap-y-6 py-14 md:grid-cols-3">
          {reasons.map((reason) => (
            <li key={reason} className="text-base text-ink-2">
              {t(`why.${reason}`)}
            </li>
          ))}
        </ul>
      </main>
      <footer className="mt-auto flex flex-wrap justify-between gap-x-8 gap-y-1 border-t border-line py-6 text-sm text-ink-3">
        <p>{t("noAccount")}</p>
        <p>{t("openSource")}</p>
      </footer>
    </div>
  );
}
