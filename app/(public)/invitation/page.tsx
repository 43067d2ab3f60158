import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { call } from "@/app/_trpc/server";
import { Hidden } from "../_access/hidden";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { ToldNotice } from "../_access/told-notice";
import { ClosedInvitation } from "./_components/closed-invitation";
import { CodeSent } from "./_components/code-sent";
import { ForAnother } from "./_components/for-another";
import { NotYou } from "./_components/not-you";
import { NoteOpened } from "./_components/note-opened";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.invitation");
  return { title: t("openPlan"), referrer: "no-referrer", robots: { index: false } };
}

/** Who asks, for what, and one button. Looking uses nothing up. */
export default async function InvitationPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const { token = "" } = query;
  const [t, found, told] = await Promise.all([getTranslations("access.invitation"), preview(token), toldBy(query)]);
  if (found.state === "unknown") {
    return (
      <PublicFrame title={t("unknown")} lead={t("unknownLead")}>
        <ButtonLink href="/sign-in" size="lg" wide>
          {(await getTranslations("access.signIn"))("title")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  const another = await getTranslations("access.another");
  const over = t("over", { inviter: found.invitedBy, company: found.inviterCompany });
  const isOpen = found.state === "open" || found.state === "other_person";
  if (query.asked === "1") {
    return <PublicFrame over={over} title={another("asked")} lead={<p role="status">{another("askedLead")}</p>} />;
  }
  if (query.code === "sent" && isOpen) {
    return <CodeSent email={found.email} token={token} over={over} told={told} />;
  }
  if (found.state === "other_person" || (query.other === "1" && (isOpen || found.mayAsk))) {
    return <ForAnother found={found} token={token} typed={query} told={told} />;
  }
  if (found.state !== "open") {
    return <ClosedInvitation found={found} token={token} isFreshSent={query.fresh === "1"} told={told} />;
  }

  const { kind, side, name, email, workspaceName, planTitle, customerName } = found;
  const who = { name: name ?? "none" };
  const lead =
    kind === "workspace"
      ? t("workspaceLead", { workspace: workspaceName })
      : side === "buyer"
        ? t("buyerLead", { supplier: workspaceName })
        : t("sellerLead", { customer: customerName ?? "" });
  return (
    <PublicFrame
      over={over}
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
      <ToldNotice told={told} />
      <form method="post" action="/api/access/invitation">
        <Hidden values={{ token }} />
        <SubmitButton size="lg" wide>
          {kind === "plan" ? t("openPlan") : t("openWorkspace")}
        </SubmitButton>
      </form>
      <p className="text-center text-sm wrap-anywhere text-ink-2">{t("only", { email })}</p>
      <NotYou name={name} token={token} />
      <NoteOpened token={token} />
    </PublicFrame>
  );
}

async function preview(token: string) {
  const { access } = await call();
  return (await lookUp(access.previewInvitation({ token }))) ?? { state: "unknown" as const };
}
