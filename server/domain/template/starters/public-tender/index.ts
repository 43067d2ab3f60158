import type { Template } from "../../types";
import { award } from "./award";
import { criteria } from "./criteria";
import { needAndMarket } from "./need-and-market";
import { specification } from "./specification";
import { tender } from "./tender";

export const publicTender: Template = {
  key: "public-tender",
  version: 1,
  name: "Public tender, from need to award",
  summary:
    "For a public body that buys by an open procedure: the need and the budget, an open talk with the market, a neutral specification, bids, evaluation, standstill and contract. Every supplier gets the same information. Sixteen weeks.",
  workingDays: 80,
  milestones: [...needAndMarket, ...specification, ...tender, ...award],
  criteria,
};
