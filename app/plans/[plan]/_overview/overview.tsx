"use client";

import { WithSide } from "@/app/_components/shell/page-body";
import { DecisionDate } from "./decision-date";
import { NextSteps } from "./next-steps";
import { PeopleAside } from "./people-aside";
import { PlanHead } from "./plan-head";
import { RecentActivity } from "./recent-activity";
import { WhereWeStand } from "./where-we-stand";
import { WhySummary } from "./why-summary";

export function Overview() {
  return (
    <>
      <PlanHead />
      <WithSide
        side={
          <>
            <DecisionDate />
            <PeopleAside />
            <RecentActivity />
          </>
        }
      >
        <NextSteps />
        <WhySummary />
        <WhereWeStand />
      </WithSide>
    </>
  );
}
