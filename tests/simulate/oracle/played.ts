import type { Act, World } from "../world";

/** One reminder as the provider took it. */
export type TakenMail = {
  /** Under which the outbox has it: the same mail has the same at each try. */
  reference: string;
  workspace: number;
  person: number;
  /** What it lists as the reader's own. */
  steps: number[];
  /** It names as many as fit; there may be more. */
  isFull: boolean;
  firstTriedAt: number;
};

/** What happened, in its order. An act of the same moment as a mail may have come before or after it: it stands first. */
export type Entry = { at: number } & ({ act: Act } | { mail: TakenMail });

export type Played = {
  /** As it was before the first entry. */
  world: World;
  entries: Entry[];
  until: number;
  /** When the provider took nothing for long. */
  outages: { from: number; until: number }[];
  /** Steps that the plans show as stalled at the end. */
  stalled: Set<number>;
  /** Keys of requests, and of mails in them, that the provider took more than once. */
  keysTakenTwice: string[];
};

export const rules = ["twice", "untimely", "wrong", "unasked", "beyond", "missed", "stall", "key"] as const;
export type Rule = (typeof rules)[number];
export type Breach = { rule: Rule; at: number; about: string };
