import { PageBody } from "@/app/_components/shell/page-body";
import { PlanHead } from "./_components/plan-head";

export default function OverviewPage() {
  return (
    <PageBody>
      <PlanHead />
    </PageBody>
  );
}
