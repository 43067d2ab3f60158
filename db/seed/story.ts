import type { AgreementLevel, BuyingRole, PlanRole } from "@/db/vocabulary";

/** Working days since the plan's start; the story is played to today, which is `day`. */
type Day = number;

export type Role =
  | {
      email: string;
      name: string;
      title: string;
      side: "buyer";
      role: PlanRole;
      buyingRole: BuyingRole;
      joinedOn: Day;
      lastSeenDaysAgo?: number;
    }
  | {
      email: string;
      name: string;
      title: string;
      side: "seller";
      role: PlanRole;
      sellerRole: string;
      joinedOn: Day;
      lastSeenDaysAgo?: number;
    };

/** What the plan says of somebody's part in it: how much weight they have, what they hope for, what worries them. */
export type Matter = { email: string; by: string; on: Day; influence: number; win: string; concern: string };

export type Story = {
  title: string;
  customer: string;
  templateKey: string;
  country: string;
  currency: string;
  /** How many working days ago the plan started. */
  day: Day;
  cast: Role[];
  /** Invited, and not come yet. */
  invited: { email: string; name: string; title: string; buyingRole: BuyingRole; on: Day }[];
  matters: Matter[];
  /** Steps due up to this day are done, but for these keys of the template. */
  doneUpTo: Day;
  except: string[];
  doneToo: string[];
  blocked: { key: string; reason: string; by: string; on: Day }[];
  doing: string[];
  /** Steps that got another owner or date than the template's. */
  changed: { key: string; by: string; on: Day; ownerEmail?: string; dueInDays?: number }[];
  problem: {
    statement: string;
    by: string;
    on: Day;
    agreements: { by: string; level: AgreementLevel; comment?: string; on: Day }[];
  } | null;
  costs: { title: string; low: number; likely: number; high: number; by: string; on: Day; confirmedBy?: string }[];
  otherOptions: { title: string; kind: "other_supplier" | "build"; by: string; on: Day }[];
  /** Ratings per person: one row per criterion in the template's order, one figure per option (this supplier, the others, do nothing). */
  scores: { by: string; on: Day; rows: number[][] }[];
};
