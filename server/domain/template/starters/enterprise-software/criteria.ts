import type { TemplateCriterion } from "../../types";

export const criteria: readonly TemplateCriterion[] = [
  {
    title: "Solves the problem we agreed",
    definition: "How much of the problem, as written under Why, would be gone after six months.",
    weight: 30,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Effort for the people who use it",
    definition: "Time to learn it, and extra steps in a normal day compared with now.",
    weight: 20,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "Security and data protection",
    definition: "Meets our security requirements without exceptions that we could not explain to a regulator.",
    weight: 15,
    mustHave: true,
    zone: "shared",
  },
  {
    title: "Works with what we have",
    definition:
      "Connects to the systems on our drawing, sign-in included, without work that we would have to maintain.",
    weight: 10,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "Cost over three years",
    definition: "Everything we would pay, our own people's time included.",
    weight: 15,
    mustHave: false,
    zone: "shared",
  },
  {
    title: "Trust in the supplier",
    definition:
      "They told us what they cannot do, kept their dates in this plan, and would still be here in five years.",
    weight: 5,
    mustHave: false,
    zone: "committee",
  },
  {
    title: "We can get out again",
    definition: "Our data comes back in a usable form, notice is short, and the old way could be taken up again.",
    weight: 5,
    mustHave: false,
    zone: "committee",
  },
];
