import type { Template } from "../../types";
import { criteria } from "./criteria";
import { frame } from "./frame";
import { runAndDecide } from "./run-and-decide";

export const pilot: Template = {
  key: "pilot",
  version: 1,
  name: "Pilot with one team",
  summary:
    "For trying something out on real work before a larger decision: what success means is agreed first, one team works with it for two weeks, and it ends with a decision rather than by fading away. Five weeks.",
  workingDays: 25,
  milestones: [...frame, ...runAndDecide],
  criteria,
};
