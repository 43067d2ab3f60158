import { useTranslations } from "next-intl";
import type { LineStop } from "@/app/_components/line/line-shape";
import { PlanLine } from "@/app/_components/line/plan-line";

const today = "2026-11-24";

/** A plan as it looks half-way: what the first page shows instead of describing it. */
export function ExamplePlan() {
  const t = useTranslations("landing.example");
  const stops: LineStop[] = [
    { id: "agree", title: t("agree"), due: "2026-10-03", status: "done" },
    { id: "requirements", title: t("requirements"), due: "2026-10-24", status: "done" },
    { id: "pilot", title: t("pilot"), due: "2026-11-14", status: "done" },
    { id: "security", title: t("security"), due: "2026-11-28", status: "doing", stepsDone: 3, stepsTotal: 5 },
    { id: "case", title: t("case"), due: "2026-12-05", status: "todo" },
    { id: "legal", title: t("legal"), due: "2026-12-12", status: "todo" },
    { id: "decision", title: t("decision"), due: "2026-12-18", status: "todo", kind: "decision" },
  ];
  return (
    <section aria-label={t("label")} className="border-y border-line py-9">
      <p className="text-sm text-ink-2">{t("customer")}</p>
      <h2 className="mt-1 text-xl">{t("title")}</h2>
      <PlanLine stops={stops} today={today} className="mt-6" />
      <figure className="mt-9 max-w-[44rem]">
        <blockquote className="font-serif text-quote">{t("quote")}</blockquote>
        <figcaption className="mt-2 text-sm text-ink-2">{t("quoteBy")}</figcaption>
      </figure>
    </section>
  );
}
