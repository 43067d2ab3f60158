"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { Sheet } from "@/app/_components/ui/sheet";
import { type BuyingRole, buyingRoles } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole, usePersonName } from "../../_components/people";
import { TroubleNotice } from "../../_components/trouble-notice";
import { useMay, usePlan } from "../../_components/use-plan";
import { BouncedNote } from "./bounced-note";
import { HandOverDialog } from "./hand-over-dialog";
import { InvitationTrouble } from "./invitation-trouble";
import { PersonActs } from "./person-acts";
import { PersonFacts } from "./person-facts";
import { RemovalDialog } from "./removal-dialog";
import { SavedField } from "./saved-field";
import type { PeopleActs } from "./use-people-acts";

export type PersonPanelProps = {
  person: Participant;
  acts: PeopleActs;
  onClose: () => void;
  onInvite: () => void;
  onInviteAnother: () => void;
  onResend: () => void;
};

/** Everything that the plan says of one person, changed in place, and what can be done about their part in it. */
export function PersonPanel({ person, acts, onClose, onInvite, onInviteAnother, onResend }: PersonPanelProps) {
  const t = useTranslations("people.panel");
  const nameOf = usePersonName();
  const { me } = usePlan();
  const [asking, setAsking] = useState<"removal" | "handOver" | null>(null);
  const name = nameOf(person);
  const shared = person.id === me.participantId ? t("sharedMe") : t("shared", { name });

  return (
    <>
      <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()} title={name}>
        <p className="-mt-2 mb-5 text-sm text-ink-2">{isOpenRole(person) ? t("sharedOpen") : shared}</p>
        <TroubleNotice subjectId={person.id} className="mb-5" />
        <BouncedNote
          person={person}
          acts={acts}
          onInvite={() => {
            onClose();
            onInvite();
          }}
          onInviteAnother={() => {
            onClose();
            onInviteAnother();
          }}
          className="mb-5"
        />
        <InvitationTrouble
          person={person}
          onInvite={() => {
            onClose();
            onInvite();
          }}
          onInviteAnother={() => {
            onClose();
            onInviteAnother();
          }}
        />
        <PersonFacts person={person} acts={acts} />
        <AboutPerson person={person} acts={acts} />
        <PersonActs
          person={person}
          acts={acts}
          onInvite={() => {
            onClose();
            onInvite();
          }}
          onResend={onResend}
          onHandOver={() => setAsking("handOver")}
          onRemove={() => setAsking("removal")}
        />
      </Sheet>
      {asking === "removal" ? (
        <RemovalDialog person={person} acts={acts} onClose={() => setAsking(null)} onRemoved={onClose} />
      ) : null}
      {asking === "handOver" ? <HandOverDialog person={person} acts={acts} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

type Editable = "name" | "title" | "buyingRole" | "influence" | "win" | "concern";

function AboutPerson({ person, acts }: Pick<PersonPanelProps, "person" | "acts">) {
  const t = useTranslations("people");
  const roles = useTranslations("common.buyingRole");
  const mayEdit = useMay("participant.edit");
  const save = <Name extends Editable>(field: Name, value: Participant[Name], base: Participant[Name]) =>
    void acts.edit({ participantId: person.id, set: { [field]: value }, base: { [field]: base } });
  const text = (field: "name" | "title" | "win" | "concern") => ({
    value: person[field],
    readOnly: !mayEdit,
    onSave: (value: string | null, base: string | null) => save(field, value, base),
  });

  return (
    <div className="mt-6 flex flex-col gap-4 border-t border-line pt-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <SavedField label={t("panel.name")} maxLength={120} required={person.email !== null} {...text("name")} />
        <SavedField label={t("panel.title")} maxLength={120} {...text("title")} />
        {person.side === "buyer" ? (
          <Field label={t("panel.buyingRole")}>
            {(control) => (
              <Select
                {...control}
                disabled={!mayEdit}
                value={person.buyingRole ?? ""}
                onChange={({ target }) =>
                  save("buyingRole", (target.value || null) as BuyingRole | null, person.buyingRole)
                }
              >
                <option value="">{t("panel.notSaid")}</option>
                {buyingRoles.map((role) => (
                  <option key={role} value={role}>
                    {roles(role)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Field label={t("panel.influence")}>
          {(control) => (
            <Select
              {...control}
              disabled={!mayEdit}
              value={person.influence ?? ""}
              onChange={({ target }) => save("influence", target.value ? Number(target.value) : null, person.influence)}
            >
              <option value="">{t("panel.notSaid")}</option>
              {(["5", "4", "3", "2", "1"] as const).map((level) => (
                <option key={level} value={level}>
                  {t(`influenceChoice.${level}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SavedField label={t("panel.win")} hint={t("panel.winHint")} maxLength={500} long {...text("win")} />
      <SavedField label={t("panel.concern")} maxLength={500} long {...text("concern")} />
    </div>
  );
}
