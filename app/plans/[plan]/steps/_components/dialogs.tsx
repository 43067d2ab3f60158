"use client";

import { lazy, Suspense } from "react";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { MilestoneActs } from "../../_components/milestone-acts";

const KeysDialog = lazy(() => import("./keys-dialog"));
const MilestoneDialog = lazy(() => import("./milestone-dialog"));
const RemoveMilestoneDialog = lazy(() => import("./remove-milestone-dialog"));

export type DialogName =
  | { name: "keys" }
  | { name: "milestone"; milestone?: Milestone }
  | { name: "remove-milestone"; milestone: Milestone };

type DialogsProps = { open: DialogName | null; onClose: () => void; acts: MilestoneActs };

/** The screen's dialogs, each fetched when it is first asked for. */
export function Dialogs({ open, onClose, acts }: DialogsProps) {
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      {open.name === "keys" ? <KeysDialog onClose={onClose} /> : null}
      {open.name === "milestone" ? <MilestoneDialog milestone={open.milestone} acts={acts} onClose={onClose} /> : null}
      {open.name === "remove-milestone" ? (
        <RemoveMilestoneDialog milestone={open.milestone} acts={acts} onClose={onClose} />
      ) : null}
    </Suspense>
  );
}
