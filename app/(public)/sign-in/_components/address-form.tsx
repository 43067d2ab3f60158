import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { env } from "@/server/env";
import { Hidden } from "../../_access/hidden";

type AddressFormProps = { email: string; to: string | null; told: string | null; signedInAs: string | null };

export function AddressForm({ email, to, told, signedInAs }: AddressFormProps) {
  const t = useTranslations("access.signIn");
  return (
    <PublicFrame title={t("title")} lead={t("lead")} footer={<p className="text-sm text-ink-2">{t("invited")}</p>}>
      {signedInAs ? (
        <Callout action={<ButtonLink href="/plans">{t("goOn")}</ButtonLink>}>
          {t("signedIn", { email: signedInAs })}
        </Callout>
      ) : null}
      <form method="post" action="/api/access/sign-in" className="flex flex-col gap-4">
        <Hidden values={{ to }} />
        <Field label={t("email")} error={told}>
          {(control) => (
            <Input
              {...control}
              type="text"
              inputMode="email"
              name="email"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={email}
              autoFocus={!email}
              className="h-12"
            />
          )}
        </Field>
        <SubmitButton size="lg" wide>
          {t("send")}
        </SubmitButton>
      </form>
      <Providers to={to} />
    </PublicFrame>
  );
}

/** Only those that this installation is set up for. */
function Providers({ to }: { to: string | null }) {
  const t = useTranslations("access.signIn");
  const known = [
    { id: "google", name: env.AUTH_GOOGLE_ID ? "Google" : null },
    { id: "oidc", name: env.AUTH_OIDC_ISSUER ? env.AUTH_OIDC_NAME : null },
  ].filter((provider) => provider.name !== null);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="providers" className="mt-2 flex flex-col gap-2">
      <h2 id="providers" className="mb-1 text-sm font-normal text-ink-2">
        {t("or")}
      </h2>
      {known.map(({ id, name }) => (
        <form key={id} method="post" action="/api/access/provider">
          <Hidden values={{ provider: id, to }} />
          <SubmitButton variant="secondary" size="lg" wide>
            {t("with", { provider: name ?? "" })}
          </SubmitButton>
        </form>
      ))}
    </section>
  );
}
