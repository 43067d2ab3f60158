import { useTranslations } from "next-intl";
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
            <Field
              label={t(`topic.${topic}`)}
              className="sm:grid! sm:grid-cols-[minmax(0,1fr)_11rem] sm:items-center sm:gap-x-4! sm:gap-y-0!"
            >
              {(control) => (
                <span className="block">
                  <Select {...control} name={`topic:${topic}`} defaultValue={choice}>
                    {paces.map((pace) => (
                      <option key={pace} value={pace}>
                        {t(`pace.${pace}`)}
                      </option>
                    ))}
                  </Select>
                </span>
              )}
            </Field>
          </li>
        ))}
      </ul>
      <PlanChoices plans={plans} usual={t("asAbove")} />
    </>
  );
}

type PlanChoicesProps = {
  plans: Choices["plans"] /** What holds for a plan of which nothing is chosen. */;
  usual: string;
};

export function PlanChoices({ plans, usual }: PlanChoicesProps) {
  const t = useTranslations("preferences.notifications");
  if (plans.length === 0) return null;
  return (
    <fieldset className="mt-6">
      <legend className="text-sm font-semibold">{t("byPlan")}</legend>
      <p className="mt-0.5 text-sm text-ink-2">{t("byPlanLead")}</p>
      <ul className="mt-2 flex flex-col">
        {plans.map((plan) => (
          <PlanChoice key={plan.planId} plan={plan} usual={usual} />
        ))}
      </ul>
    </fieldset>
  );
}

function PlanChoice({ plan, usual }: { plan: Choices["plans"][number]; usual: string }) {
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
      {plan.digest === null ? null : (
        <>
          <Hidden values={{ [`heads:${plan.planId}`]: "1" }} />
          <Checkbox name={`digest:${plan.planId}`} defaultChecked={plan.digest} label={t("digest")} />
        </>
      )}
    </li>
  );
}
