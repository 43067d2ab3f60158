"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Avatar, OpenAvatar } from "@/app/_components/ui/avatar";
import { Input } from "@/app/_components/ui/input";
import { maySee } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { NameSomeone } from "./name-someone";
import { isOpenRole, usePersonName, useRoleName } from "./people";
import { useMay, usePlan } from "./use-plan";

type OwnerListProps = { step: Pick<Step, "ownerId" | "zone">; onChoose: (ownerId: string | null) => void };

/** Content of the owner's choice; loaded when it is first opened. */
export default function OwnerList({ step, onChoose }: OwnerListProps) {
  const t = useTranslations("plan.owner");
  const nameOf = usePersonName();
  const { plan, me, participants } = usePlan();
  const mayName = useMay("participant.edit");
  const [sought, setSought] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const fits = (person: Participant) => nameOf(person).toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase());
  const sides = (me.side === "buyer" ? (["buyer", "seller"] as const) : (["seller", "buyer"] as const)).filter((side) =>
    maySee(side, step.zone),
  );
  const found = participants.filter((person) => sides.includes(person.side) && fits(person));

  return (
    <div>
      <Input
        ref={field}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== "Enter" || !first || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onChoose(first.id);
        }}
        aria-label={t("find")}
        placeholder={t("find")}
      />
      <div className="mt-2 max-h-72 overflow-y-auto">
        {sides.map((side) => (
          <div key={side}>
            <p className="px-2 pt-1.5 pb-1 text-xs text-ink-3">
              {side === "buyer" ? plan.customerName : plan.supplierName}
            </p>
            <ul aria-label={side === "buyer" ? plan.customerName : plan.supplierName}>
              {found
                .filter((person) => person.side === side)
                .map((person) => (
                  <li key={person.id}>
                    <OwnerOption
                      person={person}
                      isChosen={person.id === step.ownerId}
                      isMe={person.id === me.participantId}
                      onPress={() => onChoose(person.id)}
                    />
                  </li>
                ))}
            </ul>
          </div>
        ))}
        {found.length === 0 ? <p className="px-2 py-1.5 text-sm text-ink-2">{t("nobodyFound")}</p> : null}
      </div>
      {step.ownerId !== null ? (
        <button
          type="button"
          onClick={() => onChoose(null)}
          className="mt-1 flex min-h-8 w-full items-center rounded-md px-2 text-left hover:bg-sunken max-sm:min-h-11"
        >
          {t("none")}
        </button>
      ) : null}
      {mayName ? <NameSomeone sides={sides} name={found.length === 0 ? sought : ""} onNamed={onChoose} /> : null}
    </div>
  );
}

type OwnerOptionProps = { person: Participant; isChosen: boolean; isMe: boolean; onPress: () => void };

function OwnerOption({ person, isChosen, isMe, onPress }: OwnerOptionProps) {
  const t = useTranslations("plan.owner");
  const nameOf = usePersonName();
  const roleOf = useRoleName();
  const name = nameOf(person);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      className="flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-sunken max-sm:min-h-11"
    >
      {isOpenRole(person) ? <OpenAvatar /> : <Avatar name={name} />}
      <span className="min-w-0 flex-1 truncate">
        {isMe ? t("you", { name }) : name}
        {isOpenRole(person) ? null : <span className="text-sm text-ink-3"> {roleOf(person)}</span>}
      </span>
      {isChosen ? <Check size={14} aria-hidden="true" className="text-accent" /> : null}
    </button>
  );
}
