import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { paces } from "@/db/vocabulary";
import type { NotificationChoices as Choices } from "@/server/domain/notification/schemas";
import { Hidden } from "../../_access/hidden";

/** How soon a mail says what, and of which plan otherwise: fields of a form around them. */
export function NotificationChoices({ choices: { everywhere, plans } }: { choices: Choices }) {
  const t = useTranslations("preferences.notifications");
  return (
    <>
      <ul className="flex flex-col">
        {everywhere.map(({ topic, choice }) => (
          <li key={topic} className="hairline-b py-2.5">
            <TopicField label={t(`topic.${topic}`)} name={`topic:${topic}`} choice={choice} />
          </li>
        ))}
      </ul>
      <PlanChoices plans={plans} usual={t("asAbove")} withTopics />
    </>
  );
}

type PlanChoicesProps = {
  plans: Choices["plans"];
  /** What holds for a plan of which nothing is chosen. */
  usual: string;
  withTopics?: boolean;
};

export function PlanChoices({ plans, usual, withTopics = false }: PlanChoicesProps) {
  const t = useTranslations("preferences.notifications");
  if (plans.length === 0) return null;
  return (
    <fieldset className="mt-6">
      <legend className="text-sm font-semibold">{t("byPlan")}</legend>
      <p className="mt-0.5 text-sm text-ink-2">{t("byPlanLead")}</p>
      <ul className="mt-2 flex flex-col">
        {plans.map((plan) => (
          <PlanChoice key={plan.planId} plan={plan} usual={usual} withTopics={withTopics} />
        ))}
      </ul>
    </fieldset>
  );
}

type PlanChoiceProps = Omit<PlanChoicesProps, "plans"> & { plan: Choices["plans"][number] };

function PlanChoice({ plan, usual, withTopics }: PlanChoiceProps) {
  const t = useTranslations("preferences.notifications");
  const shell = useTranslations("shell");
  return (
    <li className="hairline-b flex flex-col gap-2.5 py-3">
      <Field
        label={plan.title}
        hint={shell("with", { customer: plan.customerName, supplier: plan.supplierName })}
        className="wrap-anywhere"
      >
        {(control) => (
          <Select {...control} name={`plan:${plan.planId}`} defaultValue={plan.choice ?? ""}>
            <option value="">{usual}</option>
            {paces.map((pace) => (
              <option key={pace} value={pace}>
                {pace === "off" ? t("muted") : t(`pace.${pace}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {withTopics ? <PlanTopics plan={plan} /> : null}
      {plan.digest === null ? null : (
        <>
          <Hidden values={{ [`heads:${plan.planId}`]: "1" }} />
          <Checkbox name={`digest:${plan.planId}`} defaultChecked={plan.digest} label={t("digest")} />
        </>
      )}
    </li>
  );
}

/** Shut where all kinds go by the plan, which is most often. */
function PlanTopics({ plan: { planId, title, topics } }: Pick<PlanChoiceProps, "plan">) {
  const t = useTranslations("preferences.notifications");
  const chosen = topics.filter(({ choice }) => choice !== null).length;
  return (
    <details className="group" open={chosen > 0}>
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded text-sm text-ink-2 hover:text-ink">
        <ChevronRight size={14} aria-hidden="true" className="transition-transform group-open:rotate-90" />
        <span>{t("byTopic", { count: chosen })}</span>
      </summary>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        <ul className="mt-1.5 flex flex-col">
          {topics.map(({ topic, choice }) => (
            <li key={topic} className="py-1.5">
              <TopicField label={t(`topic.${topic}`)} name={`within:${planId}:${topic}`} choice={choice ?? ""}>
                <option value="">{t("asPlan")}</option>
              </TopicField>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}

type TopicFieldProps = { label: string; name: string; choice: string; children?: ReactNode };

function TopicField({ label, name, choice, children }: TopicFieldProps) {
  const t = useTranslations("preferences.notifications");
  return (
    <Field
      label={label}
      className="sm:grid! sm:grid-cols-[minmax(0,1fr)_11rem] sm:items-center sm:gap-x-4! sm:gap-y-0!"
    >
      {(control) => (
        <span className="block">
          <Select {...control} name={name} defaultValue={choice}>
            {children}
            {paces.map((pace) => (
              <option key={pace} value={pace}>
                {t(`pace.${pace}`)}
              </option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  );
}
