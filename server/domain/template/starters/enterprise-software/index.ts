import type { Template } from "../../types";
import { checks } from "./checks";
import { choice } from "./choice";
import { criteria } from "./criteria";
import { decision } from "./decision";
import { problemAndPeople } from "./problem-and-people";
import { waysAndNeeds } from "./ways-and-needs";

export const enterpriseSoftware: Template = {
  key: "enterprise-software",
  version: 1,
  name: "Enterprise software, to a board decision",
  summary:
    "For software that many people will use and several departments must approve: security, legal, procurement, finance and the board, with a trial on real work. Twelve weeks.",
  workingDays: 60,
  milestones: [...problemAndPeople, ...waysAndNeeds, ...checks, ...choice, ...decision],
  criteria,
};
