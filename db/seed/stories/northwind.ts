import type { Story } from "../story";
import { cast, dana, eline, grace, invited, lena, marek, matters, omar, priya, ruth, tomas } from "./northwind-people";

/** The plan to judge every screen by: five weeks in, alive, with doubts, gaps and a date that wants defending. */
export const northwind: Story = {
  title: "Replace the paper rota on fourteen wards",
  customer: "Northwind Health",
  templateKey: "enterprise-software",
  country: "NL",
  currency: "EUR",
  day: 33,
  cast,
  invited,
  matters,
  doneUpTo: 30,
  except: [
    "build-estimate",
    "reference-calls",
    "security-answers",
    "data-protection",
    "agreement-draft",
    "price-position",
  ],
  doneToo: [],
  blocked: [
    {
      key: "data-protection",
      reason: "Waits on the hosting region: two answers are open with Acme.",
      by: ruth,
      on: 30,
    },
  ],
  doing: ["trial-run", "security-answers", "build-estimate"],
  changed: [
    { key: "reference-calls", by: priya, on: 20, ownerEmail: priya, dueInDays: 1 },
    { key: "security-answers", by: dana, on: 24, ownerEmail: marek, dueInDays: -2 },
    { key: "hear-doubts", by: priya, on: 29, ownerEmail: priya, dueInDays: 4 },
    { key: "agreement-draft", by: dana, on: 27, ownerEmail: lena, dueInDays: 2 },
    { key: "rate-options", by: priya, on: 29, ownerEmail: eline, dueInDays: 6 },
  ],
  problem: {
    statement:
      "Charge nurses spend eleven hours a week rebuilding rotas by hand. One shift in eleven starts short, and agency cover is paid for gaps that we could have seen on Monday.",
    by: priya,
    on: 3,
    agreements: [
      { by: priya, level: "agree", on: 3 },
      { by: eline, level: "agree", comment: "On my ward it is closer to thirteen hours in flu season.", on: 5 },
      { by: tomas, level: "agree", on: 8 },
      { by: grace, level: "agree", on: 13 },
      {
        by: omar,
        level: "partly",
        comment: "I agree with the hours. The agency figure still includes planned leave.",
        on: 9,
      },
    ],
  },
  costs: [
    {
      title: "Agency cover for gaps that were visible days before",
      low: 2_200_000,
      likely: 2_750_000,
      high: 3_400_000,
      by: priya,
      on: 6,
      confirmedBy: omar,
    },
    {
      title: "Charge nurses' hours spent on rotas",
      low: 1_100_000,
      likely: 1_320_000,
      high: 1_650_000,
      by: eline,
      on: 6,
      confirmedBy: omar,
    },
    { title: "Sick days that follow short shifts", low: 500_000, likely: 720_000, high: 1_050_000, by: priya, on: 8 },
  ],
  otherOptions: [
    { title: "Rosterline", kind: "other_supplier", by: priya, on: 13 },
    { title: "Extend the intranet tool", kind: "build", by: tomas, on: 16 },
  ],
  scores: [
    {
      by: priya,
      on: 31,
      rows: [
        [5, 4, 3, 1],
        [4, 3, 3, 2],
        [4, 4, 3, 3],
        [4, 3, 4, 2],
        [3, 4, 4, 2],
        [4, 3, 3, 3],
        [4, 3, 4, 3],
      ],
    },
    {
      by: eline,
      on: 31,
      rows: [
        [5, 4, 2, 1],
        [5, 3, 2, 2],
        [4, 4, 3, 3],
        [4, 3, 3, 2],
        [3, 3, 4, 3],
        [5, 3, 3, 3],
        [3, 3, 4, 4],
      ],
    },
    {
      by: tomas,
      on: 32,
      rows: [
        [4, 4, 3, 2],
        [4, 3, 3, 2],
        [2, 4, 4, 3],
        [3, 4, 4, 3],
        [3, 4, 3, 3],
        [3, 4, 3, 3],
        [2, 4, 5, 4],
      ],
    },
    {
      by: grace,
      on: 32,
      rows: [
        [4, 4, 3, 1],
        [4, 4, 3, 3],
        [2, 5, 4, 3],
        [4, 3, 4, 3],
        [3, 4, 4, 3],
        [3, 4, 4, 3],
        [3, 4, 4, 4],
      ],
    },
  ],
};
