"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input, Textarea } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { toast } from "@/app/_components/ui/toast";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { type BuyingRole, buyingRoles, type PlanRole, planRoles, type Side } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import type { RefusalShape } from "@/server/trpc/init";
import { isOpenRole, usePersonName, useRoleName } from "../../_components/people";
import { usePlan } from "../../_components/use-plan";
import { mayInviteTo, rolesToGive } from "./standing";
import type { PeopleActs } from "./use-people-acts";

/** Who is to come: somebody new, or somebody for a place that the plan has already. */
export type Wanted = { side: Side; place?: Participant; buyingRole?: BuyingRole | null };

type InviteDialogProps = { wanted: Wanted; acts: PeopleActs; onClose: () => void };

/** Names somebody, and invites them when an address is given. */
export function InviteDialog({ wanted, acts, onClose }: InviteDialogProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const { plan, me, participants } = usePlan();
  const { place } = wanted;
  const formId = useId();
  const [side, setSide] = useState(wanted.side);
  const [email, setEmail] = useState(place?.email ?? "");
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalShape | null>(null);
  const addressFault = useAddressFault(refusal);
  const mayInvite = mayInviteTo(me, side);
  const isNamed = place !== undefined && !isOpenRole(place);
  const sendsMail = mayInvite && (email.trim() !== "" || isNamed);
  const hasLead = participants.some(({ role, status }) => role === "lead" && status !== "not_invited");
  const hasChampion = participants.some(({ buyingRole }) => buyingRole === "champion");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name")).trim();
    const title = String(form.get("title")).trim() || null;
    const buyingRole = buyingRoles.find((role) => role === form.get("buyingRole")) ?? null;
    const role = planRoles.find((known) => known === form.get("role")) ?? "viewer";
    const note = String(form.get("note") ?? "").trim() || null;
    setSending(true);
    setRefusal(null);
    const outcome = sendsMail
      ? await acts.invite({ participantId: place?.id, email, name, side, role, buyingRole, title, note })
      : await put({ name, title, buyingRole });
    setSending(false);
    if (!outcome.ok) return setRefusal(outcome.refusal);
    onClose();
    toast.say(sendsMail ? t("sent", { email }) : t("named", { name }));
  }

  function put(who: { name: string; title: string | null; buyingRole: BuyingRole | null }) {
    if (!place) return acts.name({ side, ...who });
    const { name, title, buyingRole } = place;
    const given = { name: who.name, title: who.title };
    const set = side === "buyer" ? { ...given, buyingRole: who.buyingRole } : given;
    return acts.nameInPlace({ participantId: place.id, set, base: { name, title, buyingRole } });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={useDialogTitle(wanted, mayInvite)}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isSending}>
            {t(sendsMail ? "dialog.send" : "dialog.put")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={t("dialog.nameLabel")} required>
          {(control) => (
            <Input
              {...control}
              data-autofocus=""
              name="name"
              maxLength={120}
              autoComplete="off"
              defaultValue={place?.name ?? ""}
            />
          )}
        </Field>
        {mayInvite ? (
          <Field
            label={t("dialog.email")}
            optional={!isNamed}
            required={isNamed}
            hint={sendsMail ? t("dialog.once") : t("dialog.emailHint")}
            error={addressFault}
          >
            {(control) => (
              <Input
                {...control}
                type="text"
                inputMode="email"
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          {place || !mayInviteTo(me, "seller") ? null : (
            <Field label={t("dialog.side")}>
              {(control) => (
                <Select {...control} value={side} onChange={(event) => setSide(event.target.value as Side)}>
                  <option value="buyer">{plan.customerName}</option>
                  <option value="seller">{plan.supplierName}</option>
                </Select>
              )}
            </Field>
          )}
          <Field label={t("dialog.titleLabel")} optional>
            {(control) => (
              <Input {...control} name="title" maxLength={120} autoComplete="off" defaultValue={place?.title ?? ""} />
            )}
          </Field>
          {side === "buyer" ? (
            <BuyingRoleField
              defaultValue={place?.buyingRole ?? wanted.buyingRole ?? (place || hasChampion ? null : "champion")}
            />
          ) : null}
          {sendsMail ? <RoleField side={side} defaultValue={defaultRole(side, wanted, hasLead)} /> : null}
        </div>
        {sendsMail ? (
          <Field label={t("dialog.note")} hint={t("dialog.noteHint")} optional>
            {(control) => <Textarea {...control} name="note" maxLength={500} rows={2} />}
          </Field>
        ) : null}
        <Told refusal={refusal} />
      </form>
    </Dialog>
  );
}

function useDialogTitle({ place }: Wanted, mayInvite: boolean): string {
  const t = useTranslations("people.dialog");
  const nameOf = usePersonName();
  const roleOf = useRoleName();
  if (!place) return t(mayInvite ? "invite" : "name");
  if (!isOpenRole(place)) return t("person", { name: nameOf(place) });
  return t(mayInvite ? "place" : "placeName", { role: roleOf(place) || nameOf(place) });
}

/** A champion who comes before anybody leads usually does; everybody else changes the plan. */
function defaultRole(side: Side, { place, buyingRole = place?.buyingRole }: Wanted, hasLead: boolean): PlanRole {
  if (side === "seller") return place?.role ?? "editor";
  const isFirst = !hasLead && (buyingRole ?? "champion") === "champion";
  return isFirst ? "lead" : (place?.role ?? "contributor");
}

function BuyingRoleField({ defaultValue }: { defaultValue: BuyingRole | null }) {
  const t = useTranslations("people.dialog");
  const roles = useTranslations("common.buyingRole");
  return (
    <Field label={t("buyingRole")}>
      {(control) => (
        <Select {...control} name="buyingRole" defaultValue={defaultValue ?? ""}>
          <option value="">{t("noBuyingRole")}</option>
          {buyingRoles.map((role) => (
            <option key={role} value={role}>
              {roles(role)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function RoleField({ side, defaultValue }: { side: Side; defaultValue: PlanRole }) {
  const t = useTranslations("people.dialog");
  const { me } = usePlan();
  return (
    <Field label={t("role")} className={side === "seller" ? "" : "sm:col-span-full"}>
      {(control) => (
        <Select {...control} key={side} name="role" defaultValue={defaultValue}>
          {rolesToGive(me, side).map((role) => (
            <option key={role} value={role}>
              {t(`planRole.${role}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const addressFaults = [
  "required",
  "one_address_only",
  "plain_address_only",
  "address_too_long",
  "not_an_address",
] as const;
const faultOf = (refusal: RefusalShape | null) =>
  addressFaults.find((fault) => fault === refusal?.details.fields?.email);

function useAddressFault(refusal: RefusalShape | null): string | undefined {
  const t = useTranslations("people.dialog.address");
  const fault = faultOf(refusal);
  return fault ? t(fault) : undefined;
}

function Told({ refusal }: { refusal: RefusalShape | null }) {
  const words = useRefusalWords();
  if (!refusal || faultOf(refusal)) return null;
  return <InlineError>{words(refusal)}</InlineError>;
}
