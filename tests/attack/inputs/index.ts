import { accessEntries } from "./access";
import type { Entries, Entry } from "./ask";
import { decisionEntries } from "./decision";
import { planEntries } from "./plan";
import { workspaceEntries } from "./workspace";

export const entries: Entries = { ...planEntries, ...decisionEntries, ...workspaceEntries, ...accessEntries };

/** How to ask a verb for something. A new verb is not attacked until it has an entry here, and the tests say so. */
export function entryOf(verb: string): Entry {
  const entry = entries[verb];
  if (!entry) throw new Error(`${verb} has no entry in tests/attack/inputs: say there how to ask it for something`);
  return entry;
}
