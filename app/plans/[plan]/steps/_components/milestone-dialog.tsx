"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input, Textarea } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { type BuyingJob, buyingJobs } from "@/db/vocabulary";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { MilestoneActs } from "../../_components/milestone-acts";
import { usePlan } from "../../_components/use-plan";

type MilestoneDialogProps = { milestone?: Milestone; acts: MilestoneActs; onClose: () => void };

/** Adds a milestone, or changes what is said of one. */
export default function MilestoneDialog({ milestone, acts, onClose }: MilestoneDialogProps) {
  const t = useTranslations("steps.milestone");
  const common = useTranslations("common");
  const jobs = useTranslations("common.buyingJob");
  const words = useRefusalWords();
  const { me, plan } = usePlan();
  const form = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const ownZone = me.side === "buyer" ? "committee" : "seller";

  async function submit(given: FormData) {
    const fields = readFields(given);
    const outcome = milestone
      ? await acts.edit({ milestoneId: milestone.id, set: changedOf(milestone, fields), base: milestone })
      : await acts.add({ ...fields, zone: given.get("private") ? ownZone : "shared" });
    if (outcome.ok || outcome.refusal.code === "conflict") onClose();
    else setRefusal(words(outcome.refusal));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={milestone ? t("edit") : t("add")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <SubmitButton form={form}>{milestone ? common("save") : t("add")}</SubmitButton>
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
        <Field label={t("title")}>
          {(control) => (
            <Input
              {...control}
              data-autofocus=""
              name="title"
              required
              maxLength={200}
              defaultValue={milestone?.title}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("job")}>
            {(control) => (
              <Select {...control} name="job" defaultValue={milestone?.job ?? "validation"}>
                {buyingJobs.map((job) => (
                  <option key={job} value={job}>
                    {jobs(job)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("dueOn")} optional>
            {(control) => <Input {...control} type="date" name="dueOn" defaultValue={milestone?.dueOn ?? ""} />}
          </Field>
        </div>
        <Field label={t("definitionOfDone")} hint={t("definitionHint")} optional>
          {(control) => (
            <Textarea
              {...control}
              name="definitionOfDone"
              maxLength={2000}
              defaultValue={milestone?.definitionOfDone ?? ""}
            />
          )}
        </Field>
        {milestone ? null : (
          <Checkbox
            name="private"
            label={t("private", { company: me.side === "buyer" ? plan.customerName : plan.supplierName })}
            hint={t("privateHint", { company: me.side === "buyer" ? plan.supplierName : plan.customerName })}
          />
        )}
        {refusal ? <InlineError>{refusal}</InlineError> : null}
      </form>
    </Dialog>
  );
}

function readFields(given: FormData) {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  return {
    title: text("title"),
    job: (buyingJobs.find((job) => job === given.get("job")) ?? "validation") satisfies BuyingJob,
    dueOn: text("dueOn") || null,
    definitionOfDone: text("definitionOfDone") || null,
  };
}

type Fields = ReturnType<typeof readFields>;

/** Only what was really changed: what others changed meanwhile stays theirs. */
const changedOf = (milestone: Milestone, fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => milestone[name as keyof Fields] !== value));
