"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { maySee } from "@/db/vocabulary";
import type { Meeting } from "@/server/domain/meeting/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { usePlan } from "../../_components/use-plan";
import { useMeetingActs } from "./use-meeting-acts";

const USUAL_MINUTES = 60;

type MeetingDialogProps = { step: Step; dueOn: string; meeting: Meeting | null; onClose: () => void };

/** Sets a meeting's time and place and who is asked to it, or takes the time away. What it began with is the edit's base. */
export default function MeetingDialog({ step, dueOn, meeting: shown, onClose }: MeetingDialogProps) {
  const t = useTranslations("calendar.meeting");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const dates = useDateWords();
  const { participants, plan, today } = usePlan();
  const acts = useMeetingActs(step.id);
  const [began] = useState(shown);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useId();
  const possible = participants.filter((person) => person.status === "joined" && maySee(person.side, step.zone));
  const asked = new Set(began?.attendeeIds);

  async function submit(given: FormData) {
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const fields = { startsAt: text("startsAt"), minutes: Number(text("minutes")), place: text("place") || null };
    const chosen = new Set(given.getAll("who").map(String));
    const outcome = await acts.set({
      set: began ? changed(began, fields) : fields,
      base: began ? { startsAt: began.startsAt, minutes: began.minutes, place: began.place } : {},
      ask: possible.map(({ id }) => id).filter((id) => chosen.has(id) && !asked.has(id)),
      letGo: possible.map(({ id }) => id).filter((id) => !chosen.has(id) && asked.has(id)),
    });
    if (outcome.ok) onClose();
    else setRefusal(words(outcome.refusal));
  }

  async function cancel() {
    const outcome = await acts.cancel();
    if (outcome.ok) onClose();
    else setRefusal(words(outcome.refusal));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("lead", { day: dates.short(dueOn, today), zone: plan.timeZone })}
      footer={
        <>
          {began ? (
            <Button variant="ghost" className="mr-auto" title={t("cancelHint")} onClick={() => void cancel()}>
              {t("cancel")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{common("cancel")}</Button>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
        className="flex flex-col gap-4"
      >
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("starts")}>
            {(control) => (
              <Input
                {...control}
                data-autofocus=""
                type="time"
                name="startsAt"
                required
                defaultValue={began?.startsAt ?? "10:00"}
              />
            )}
          </Field>
          <Field label={t("minutes")}>
            {(control) => (
              <Input
                {...control}
                type="number"
                name="minutes"
                min={5}
                max={600}
                required
                defaultValue={began?.minutes ?? USUAL_MINUTES}
              />
            )}
          </Field>
        </div>
        <Field label={t("place")} hint={t("placeHint")} optional>
          {(control) => <Input {...control} name="place" maxLength={300} defaultValue={began?.place ?? ""} />}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t("who")}</legend>
          {possible.length === 0 ? <p className="text-sm text-ink-2">{t("nobody")}</p> : null}
          {possible.map((person) => (
            <Checkbox
              key={person.id}
              name="who"
              value={person.id}
              defaultChecked={asked.has(person.id) || (!began && person.id === step.ownerId)}
              label={person.name ?? person.email ?? ""}
              hint={person.title ?? undefined}
            />
          ))}
        </fieldset>
        {refusal ? <InlineError>{refusal}</InlineError> : null}
      </form>
    </Dialog>
  );
}

type Fields = Pick<Meeting, "startsAt" | "minutes" | "place">;

/** Only what was really changed: what others changed meanwhile stays theirs. */
const changed = (began: Meeting, fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => began[name as keyof Fields] !== value));
