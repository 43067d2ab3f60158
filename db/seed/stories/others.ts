import { lookAroundAs } from "../look-around";
import type { Role, Story } from "../story";

const dana = lookAroundAs.seller;
const marek = "marek.novak@acme.example";
const lena = "lena.marsh@acme.example";

const owner = (joinedOn = 0): Role => ({
  email: dana,
  name: "Dana Kim",
  title: "Account executive",
  side: "seller",
  role: "owner",
  sellerRole: "account_executive",
  joinedOn,
  lastSeenDaysAgo: 0,
});
const engineer: Role = {
  email: marek,
  name: "Marek Novák",
  title: "Solution engineer",
  side: "seller",
  role: "editor",
  sellerRole: "solution_engineer",
  joinedOn: 1,
  lastSeenDaysAgo: 1,
};

const nothing = {
  invited: [],
  matters: [],
  except: [],
  doneToo: [],
  blocked: [],
  doing: [],
  changed: [],
  costs: [],
  otherOptions: [],
  scores: [],
  problem: null,
} satisfies Partial<Story>;

/** A pilot that runs to plan. */
export const harbour: Story = {
  ...nothing,
  title: "Shift planning for three depots, as a pilot",
  customer: "Harbour & Finch Logistics",
  templateKey: "pilot",
  country: "GB",
  currency: "GBP",
  day: 9,
  cast: [
    owner(),
    engineer,
    {
      email: "s.whitlock@harbourfinch.example",
      name: "Simon Whitlock",
      title: "Depot operations manager",
      side: "buyer",
      role: "lead",
      buyingRole: "champion",
      joinedOn: 0,
      lastSeenDaysAgo: 0,
    },
    {
      email: "a.farouk@harbourfinch.example",
      name: "Amal Farouk",
      title: "Shift supervisor, Tilbury",
      side: "buyer",
      role: "contributor",
      buyingRole: "user",
      joinedOn: 2,
      lastSeenDaysAgo: 1,
    },
    {
      email: lookAroundAs.buyer,
      name: "Priya Raman",
      title: "Adviser, workforce planning",
      side: "buyer",
      role: "contributor",
      buyingRole: "evaluator",
      joinedOn: 4,
      lastSeenDaysAgo: 4,
    },
  ],
  doneUpTo: 8,
  problem: {
    statement:
      "Drivers learn of shift changes by phone, often the evening before. Two in five changes go wrong, and a missed slot at the port costs us the whole day.",
    by: "s.whitlock@harbourfinch.example",
    on: 2,
    agreements: [
      { by: "s.whitlock@harbourfinch.example", level: "agree", on: 2 },
      { by: "a.farouk@harbourfinch.example", level: "agree", on: 3 },
    ],
  },
  costs: [
    {
      title: "Missed port slots",
      low: 900_000,
      likely: 1_400_000,
      high: 2_100_000,
      by: "s.whitlock@harbourfinch.example",
      on: 3,
      confirmedBy: "s.whitlock@harbourfinch.example",
    },
  ],
};

/** A tender that has barely begun: the invitations are out. */
export const lindhaven: Story = {
  ...nothing,
  title: "Duty rosters for the city's fire and rescue service",
  customer: "City of Lindhaven",
  templateKey: "public-tender",
  country: "SE",
  currency: "SEK",
  day: 3,
  cast: [owner()],
  invited: [
    {
      email: "m.lindqvist@lindhaven.example",
      name: "Maja Lindqvist",
      title: "Procurement officer",
      buyingRole: "procurement",
      on: 1,
    },
    {
      email: "j.ekstrom@lindhaven.example",
      name: "Johan Ekström",
      title: "Deputy fire chief",
      buyingRole: "champion",
      on: 1,
    },
  ],
  doneUpTo: 0,
};

/** A plan that has gone quiet: the champion left, nobody followed. */
export const brightwater: Story = {
  ...nothing,
  title: "One roster for nine care homes",
  customer: "Brightwater Care",
  templateKey: "enterprise-software",
  country: "IE",
  currency: "EUR",
  day: 41,
  cast: [
    owner(),
    {
      email: lena,
      name: "Lena Marsh",
      title: "Commercial counsel",
      side: "seller",
      role: "editor",
      sellerRole: "legal",
      joinedOn: 12,
      lastSeenDaysAgo: 9,
    },
    {
      email: "c.doyle@brightwater.example",
      name: "Ciara Doyle",
      title: "Regional manager",
      side: "buyer",
      role: "lead",
      buyingRole: "champion",
      joinedOn: 1,
      lastSeenDaysAgo: 33,
    },
    {
      email: "n.byrne@brightwater.example",
      name: "Niall Byrne",
      title: "Finance director",
      side: "buyer",
      role: "contributor",
      buyingRole: "finance",
      joinedOn: 6,
      lastSeenDaysAgo: 38,
    },
  ],
  doneUpTo: 15,
  except: ["sponsor-talk", "decision-way"],
  problem: {
    statement:
      "Each home keeps its own roster in its own spreadsheet. Nobody can see who is free next door, so we pay agencies while our own people wait for hours.",
    by: "c.doyle@brightwater.example",
    on: 4,
    agreements: [{ by: "c.doyle@brightwater.example", level: "agree", on: 4 }],
  },
  costs: [
    {
      title: "Agency hours that our own staff could have worked",
      low: 1_800_000,
      likely: 2_400_000,
      high: 3_100_000,
      by: "c.doyle@brightwater.example",
      on: 7,
    },
  ],
};

/** A pilot that was carried through. */
export const meridian: Story = {
  ...nothing,
  title: "Weekend crews at the Rotterdam plant",
  customer: "Meridian Foods",
  templateKey: "pilot",
  country: "NL",
  currency: "EUR",
  day: 34,
  cast: [
    owner(),
    engineer,
    {
      email: "w.dejong@meridian.example",
      name: "Willemijn de Jong",
      title: "Plant manager",
      side: "buyer",
      role: "lead",
      buyingRole: "champion",
      joinedOn: 0,
      lastSeenDaysAgo: 6,
    },
    {
      email: "k.adeyemi@meridian.example",
      name: "Kunle Adeyemi",
      title: "Crew planner",
      side: "buyer",
      role: "contributor",
      buyingRole: "user",
      joinedOn: 1,
      lastSeenDaysAgo: 7,
    },
    {
      email: "l.bakker@meridian.example",
      name: "Lotte Bakker",
      title: "Finance controller",
      side: "buyer",
      role: "contributor",
      buyingRole: "finance",
      joinedOn: 3,
      lastSeenDaysAgo: 12,
    },
  ],
  doneUpTo: 400,
  problem: {
    statement:
      "Every Friday two planners spend the afternoon on the telephone to fill weekend crews, and one line in eight still starts late.",
    by: "w.dejong@meridian.example",
    on: 1,
    agreements: [
      { by: "w.dejong@meridian.example", level: "agree", on: 1 },
      { by: "k.adeyemi@meridian.example", level: "agree", on: 2 },
      { by: "l.bakker@meridian.example", level: "agree", on: 4 },
    ],
  },
  costs: [
    {
      title: "Lines that start late on Saturdays",
      low: 700_000,
      likely: 950_000,
      high: 1_300_000,
      by: "l.bakker@meridian.example",
      on: 4,
      confirmedBy: "l.bakker@meridian.example",
    },
  ],
};
