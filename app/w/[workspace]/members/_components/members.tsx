"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import type { CountryChoice } from "@/app/_i18n/countries";
import { EditWorkspaceDialog } from "./edit-workspace-dialog";
import { InviteDialog } from "./invite-dialog";
import { LookDialog } from "./look-dialog";
import { MemberRow } from "./member-row";
import { RemoveDialog } from "./remove-dialog";
import { type ListedMember, useMembers, useStanding } from "./use-members";

type Asked = { kind: "invite" } | { kind: "edit" } | { kind: "look" } | { kind: "remove"; member: ListedMember } | null;

/** Who makes plans here with customers, and as what. */
export function Members({ countries }: { countries: readonly CountryChoice[] }) {
  const t = useTranslations("workspace.members");
  const { workspace, members } = useMembers();
  const { mayManage, mayEdit } = useStanding();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);

  return (
    <>
      <PageHeader
        over={workspace.name}
        title={t("title")}
        lead={t(mayManage ? "lead" : "leadRead")}
        actions={
          <>
            {mayEdit ? (
              <>
                <Button onClick={() => setAsked({ kind: "edit" })}>{t("edit.open")}</Button>
                <Button onClick={() => setAsked({ kind: "look" })}>{t("look.open")}</Button>
              </>
            ) : null}
            {mayManage ? (
              <Button variant="primary" onClick={() => setAsked({ kind: "invite" })}>
                <UserPlus size={15} aria-hidden="true" />
                {t("invite.open")}
              </Button>
            ) : null}
          </>
        }
        className="mb-6!"
      />
      <ul className="hairline-t">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} onRemove={() => setAsked({ kind: "remove", member })} />
        ))}
      </ul>
      {asked?.kind === "invite" ? <InviteDialog onClose={close} /> : null}
      {asked?.kind === "edit" ? <EditWorkspaceDialog countries={countries} onClose={close} /> : null}
      {asked?.kind === "look" ? <LookDialog onClose={close} /> : null}
      {asked?.kind === "remove" ? <RemoveDialog member={asked.member} onClose={close} /> : null}
    </>
  );
}
