"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, type Ref, Suspense } from "react";
import { Popover, type TriggerProps } from "@/app/_components/ui/popover";
import { Skeleton, SkeletonRegion } from "@/app/_components/ui/skeleton";
import type { Step } from "@/server/domain/step/schemas";

const OwnerList = lazy(() => import("./owner-list"));

type OwnerChoiceProps = {
  step: Pick<Step, "ownerId" | "zone">;
  onChoose: (ownerId: string | null) => void;
  trigger: (props: TriggerProps & { ref: Ref<HTMLButtonElement> }) => ReactNode;
};

/** Who does it: anybody of either side who can see it, an open role, or somebody named on the spot. */
export function OwnerChoice({ step, onChoose, trigger }: OwnerChoiceProps) {
  const t = useTranslations("plan.owner");
  return (
    <Popover label={t("label")} trigger={trigger} className="w-72">
      {(close) => (
        <Suspense
          fallback={
            <SkeletonRegion className="flex flex-col gap-2">
              <Skeleton className="h-7 w-full" />
              <Skeleton className="h-7 w-full" />
              <Skeleton className="h-7 w-full" />
            </SkeletonRegion>
          }
        >
          <OwnerList
            step={step}
            onChoose={(ownerId) => {
              close();
              if (ownerId !== step.ownerId) onChoose(ownerId);
            }}
          />
        </Suspense>
      )}
    </Popover>
  );
}
