import type { TemplateCriterion } from "../../types";

export const criteria: readonly TemplateCriterion[] = [
  {
    title: "Outcomes for the public task",
    definition:
      "How fully and how soon the outcomes in the specification are reached, as evidenced in the bid and the demonstration.",
    weight: 35,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Price over the whole term",
    definition: "All charges over the term with extensions and indexing, turned into points by the published formula.",
    weight: 30,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "Ease of use and accessibility",
    definition: "For staff and the public, people with disabilities included; shown in the published scenarios.",
    weight: 15,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Security and data protection",
    definition: "Evidence beyond the minimum requirements: hosting, deletion, handling of incidents.",
    weight: 10,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Plan and people for the start",
    definition: "How credible the plan for the first hundred days is, and the experience of the people named in it.",
    weight: 10,
    mustHave: false,
    zone: "shared",
  },
];
