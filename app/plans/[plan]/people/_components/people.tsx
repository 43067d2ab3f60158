"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section, WithSide } from "@/app/_components/shell/page-body";
import { remindersPath } from "@/app/_components/shell/paths";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import { Dotted } from "@/app/_components/ui/dotted";
import { toast } from "@/app/_components/ui/toast";
import type { BuyingRole, Side } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole } from "../../_components/people";
import { SectionHead } from "../../_components/section-head";
import { useMay, usePlan } from "../../_components/use-plan";
import { AccessRequests } from "./access-requests";
import { AllowedDomains } from "./allowed-domains";
import { Gaps } from "./gaps";
import { InviteDialog } from "./invite-dialog";
import { PersonPanel } from "./person-panel";
import { PersonRow } from "./person-row";
import { useOpenPerson } from "./use-open-person";
import { usePeopleActs } from "./use-people-acts";
import { useWanted } from "./use-wanted";

/** Who takes part on both sides, who is missing, and what can be done about it. */
export function People() {
  const t = useTranslations("people");
  const reminders = useTranslations("reminders.plan");
  const { plan, participants, me } = usePlan();
  const mayManage = useMay("reminder.manage");
  const mayInvite = useMay("participant.invite");
  const mayName = useMay("participant.edit");
  const acts = usePeopleActs();
  const { openId, open, close } = useOpenPerson();
  const { wanted, want, stop } = useWanted();
  const opened = participants.find(({ id }) => id === openId);

  const inviteInto = (person: Participant) => want({ side: person.side, place: person });
  const resend = async (person: Participant) => {
    const outcome = await acts.resend({ participantId: person.id });
    if (outcome.ok) toast.say(t("panel.resent", { email: person.email ?? "" }));
  };
  const nameNew = (buyingRole: BuyingRole | null) => want({ side: "buyer", buyingRole });

  return (
    <>
      <SectionHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {mayManage ? <ButtonLink href={remindersPath(plan.id)}>{reminders("link")}</ButtonLink> : null}
            {mayName ? (
              <Button variant="primary" onClick={() => want({ side: "buyer" })}>
                {t(mayInvite ? "invite" : "name")}
              </Button>
            ) : null}
          </>
        }
      />
      <WithSide
        side={
          <>
            <Gaps onName={nameNew} onInvite={inviteInto} onResend={(person) => void resend(person)} />
            <AllowedDomains />
            <Section title={t("tracked.title")}>
              <p className="text-sm text-ink-2">{t("tracked.body")}</p>
            </Section>
          </>
        }
      >
        <AccessRequests />
        {(["buyer", "seller"] as const).map((side) => (
          <SideOfPlan key={side} side={side}>
            {participants
              .filter((person) => person.side === side)
              .sort((left, right) => rank(left, me.participantId) - rank(right, me.participantId))
              .map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  acts={acts}
                  onOpen={() => open(person.id)}
                  onInvite={() => inviteInto(person)}
                  onResend={() => void resend(person)}
                />
              ))}
          </SideOfPlan>
        ))}
      </WithSide>
      {opened ? (
        <PersonPanel
          person={opened}
          acts={acts}
          onClose={close}
          onInvite={() => inviteInto(opened)}
          onInviteAnother={() => want({ side: opened.side, buyingRole: opened.buyingRole })}
          onResend={() => void resend(opened)}
        />
      ) : null}
      {wanted ? <InviteDialog wanted={wanted} acts={acts} onClose={stop} /> : null}
    </>
  );
}

/** The lead or owner first, then oneself, those who joined, those who are yet to, and last the places without a name. */
function rank(person: Participant, meId: string | null): number {
  if (isOpenRole(person)) return 5;
  if (person.role === "lead" || person.role === "owner") return 0;
  if (person.id === meId) return 1;
  if (person.status === "joined") return 2;
  return person.status === "not_invited" ? 4 : 3;
}

function SideOfPlan({ side, children }: { side: Side; children: ReactNode }) {
  const t = useTranslations("people.side");
  const { plan, participants } = usePlan();
  const people = participants.filter((person) => person.side === side);
  const open = people.filter(isOpenRole).length;
  const counts = [t("people", { count: people.length - open }), open > 0 ? t("open", { count: open }) : null];
  return (
    <Section ruled title={side === "buyer" ? plan.customerName : plan.supplierName} aside={<Dotted>{counts}</Dotted>}>
      <ul>{children}</ul>
    </Section>
  );
}
