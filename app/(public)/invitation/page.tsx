import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { Callout } from "@/app/_components/ui/callout";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { call } from "@/app/_trpc/server";
import { Hidden } from "../_access/hidden";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { ClosedInvitation } from "./_components/closed-invitation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.invitation");
  return { title: t("openPlan"), referrer: "no-referrer", robots: { index: false } };
}

/** Who asks, for what, and one button. Looking uses nothing up. */
export default async function InvitationPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const { token = "" } = query;
  const [t, found, told] = await Promise.all([getTranslations("access.invitation"), preview(token), toldBy(query)]);
  if (found.state === "unknown") return <PublicFrame title={t("unknown")} lead={t("unknownLead")} />;
  if (found.state !== "open") {
    return (
      <ClientMessages>
        <ClosedInvitation found={found} token={token} isFreshSent={query.fresh === "1"} told={told} />
      </ClientMessages>
    );
  }

  const { kind, side, name, email, invitedBy, inviterCompany, workspaceName, planTitle, customerName } = found;
  const who = { name: name ?? "none" };
  const lead =
    kind === "workspace"
      ? t("workspaceLead", { workspace: workspaceName })
      : side === "buyer"
        ? t("buyerLead", { supplier: workspaceName })
        : t("sellerLead", { customer: customerName ?? "" });
  return (
    <ClientMessages>
      <PublicFrame
        over={t("over", { inviter: invitedBy, company: inviterCompany })}
        title={
          kind === "plan"
            ? t("planTitle", { ...who, plan: planTitle ?? "" })
            : t("workspaceTitle", { ...who, workspace: workspaceName })
        }
        lead={lead}
        footer={
          <>
            <h2 className="text-sm font-semibold">{t("anotherDevice")}</h2>
            <p className="mt-1 text-sm text-ink-2">
              {t.rich("anotherDeviceLead", {
                link: (words) => (
                  <Link href={`/sign-in?${new URLSearchParams({ email })}`} className="text-accent underline">
                    {words}
                  </Link>
                ),
              })}
            </p>
          </>
        }
      >
        {told ? (
          <Callout tone="bad" announce>
            {told}
          </Callout>
        ) : null}
        <form method="post" action="/api/access/invitation">
          <Hidden values={{ token }} />
          <SubmitButton size="lg" wide>
            {kind === "plan" ? t("openPlan") : t("openWorkspace")}
          </SubmitButton>
        </form>
        <p className="text-center text-sm wrap-anywhere text-ink-2">{t("only", { email })}</p>
      </PublicFrame>
    </ClientMessages>
  );
}

async function preview(token: string) {
  const { access } = await call();
  return (await lookUp(access.previewInvitation({ token }))) ?? { state: "unknown" as const };
}
