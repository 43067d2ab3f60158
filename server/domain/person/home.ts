import { and, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import { participation, person, plan, workspace } from "@/db/schema";
import { keepPlans, prepared, refused, todayIn, verb } from "../_kernel";
import { planListItems } from "../plan";
import { openStepsOf, tiesOf } from "./open-steps";
import { Home, type HomeStep, Nobody } from "./schemas";

/** The reader's next steps over all their plans, and the plans. As many queries for one plan as for a hundred. */
export const readHome = verb({
  name: "person.home",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: Home,
  may: "self.read",
  async act({ tx, actor: { personId }, now }) {
    const settled = keepPlans(tx);
    const [[self], taken, own] = await Promise.all([
      selfOf(tx, { personId }),
      plansOf(tx, { personId }),
      openStepsOf(tx, { personId }),
      settled,
    ]);
    if (!self) throw refused("not_signed_in");
    const listed = taken.map(({ supplierName, side, role, ...plan }) => ({ plan, supplierName, me: { side, role } }));
    const [plans, ties] = await Promise.all([planListItems(tx, listed, now), tiesOf(tx, own)]);

    const ownIds = new Set(own.map(({ id }) => id));
    const titles = new Map(listed.map((row) => [row.plan.id, row.plan.title]));
    const shown = (row: (typeof own)[number], ownerName: string | null): HomeStep => ({
      ...row,
      planTitle: titles.get(row.planId) ?? "",
      ownerName,
      waiting: [],
      openPredecessors: [],
    });

    const mine = new Map(own.map((row) => [row.id, shown(row, self.name)]));
    const others = new Map<string, HomeStep>();
    for (const { first, firstOwner, laterId, laterOwner } of ties) {
      mine.get(laterId)?.openPredecessors.push(first.title);
      if (!ownIds.has(laterId) && laterOwner) addOnce(mine.get(first.id)?.waiting, laterOwner);
      if (ownIds.has(laterId) && !ownIds.has(first.id) && !others.has(first.id)) {
        others.set(first.id, shown({ ...first, snoozedUntil: null, remindersSent: 0 }, firstOwner));
      }
    }
    const today = todayIn(self.timeZone ?? listed[0]?.plan.timeZone ?? "UTC", now);
    return { today, name: self.name, mine: byDate(mine), others: byDate(others), plans };
  },
});

const selfOf = prepared(["personId"], ({ personId }, query) =>
  query.select({ name: person.name, timeZone: person.timeZone }).from(person).where(eq(person.id, personId)),
);

const plansOf = prepared(["personId"], ({ personId }, query) =>
  query
    .select({
      ...getTableColumns(plan),
      supplierName: workspace.name,
      side: participation.side,
      role: participation.role,
    })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(workspace, eq(workspace.id, participation.workspaceId))
    .where(and(eq(participation.personId, personId), isNull(plan.removedAt)))
    .orderBy(desc(plan.createdAt), desc(plan.id)),
);

function addOnce(names: string[] | undefined, name: string) {
  if (names && !names.includes(name)) names.push(name);
}

/** What has no date comes last. */
const byDate = (steps: Map<string, HomeStep>) =>
  [...steps.values()].sort((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999"));
