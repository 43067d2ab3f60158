import type { Cadence, CadenceChoice } from "@/db/vocabulary";
import { usualCadence } from "./schemas";

/** What a workspace chose, for all of its plans under the empty key or for those of one template. */
export type ChosenCadence = { templateKey: string; cadence: CadenceChoice | null; changedAt: string };

export type StepCadence = {
  /** Null: no reminders. */
  cadence: Cadence | null;
  /** Since when it is so; null if it never was otherwise, or if the step says so itself. */
  since: string | null;
};

/** The cadence of a step: its own, else its template's, else its workspace's, else the usual one. */
export function cadenceOf(
  own: CadenceChoice | null,
  templateKey: string | null,
  chosen: readonly ChosenCadence[],
): StepCadence {
  if (own) return { cadence: asCadence(own), since: null };
  const ofTemplate = templateKey ? chosen.find((row) => row.templateKey === templateKey) : undefined;
  const ofWorkspace = ofTemplate?.cadence ? undefined : chosen.find((row) => row.templateKey === "");
  const since = [ofTemplate, ofWorkspace].flatMap((row) => row?.changedAt ?? []).sort(byInstant);
  return {
    cadence: asCadence(ofTemplate?.cadence ?? ofWorkspace?.cadence ?? usualCadence),
    since: since.at(-1) ?? null,
  };
}

const byInstant = (left: string, right: string) => Date.parse(left) - Date.parse(right);

const asCadence = (choice: CadenceChoice): Cadence | null => (choice === "off" ? null : choice);
