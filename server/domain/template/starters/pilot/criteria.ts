import type { TemplateCriterion } from "../../types";

export const criteria: readonly TemplateCriterion[] = [
  {
    title: "Reached the figures we set",
    definition: "The three measures at the end of the pilot, against the figures agreed before it began.",
    weight: 40,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "The team would keep it",
    definition: "Whether those who worked with it would choose to go on if it were theirs to decide.",
    weight: 25,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Would work beyond this team",
    definition: "What made it work here is also true of the teams that would come next.",
    weight: 20,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "Cost of going on",
    definition: "Price, setting up and our own people's time for the first year.",
    weight: 10,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "How the supplier behaved when something went wrong",
    definition: "How quickly they said so, and what they did about it.",
    weight: 5,
    mustHave: false,
    zone: "committee",
  },
];
