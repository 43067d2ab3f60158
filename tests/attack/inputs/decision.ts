import { owner } from "../../support/database";
import { aCostLine, aCriterion, anOption } from "../../support/factory";
import type { Ask, Entries, Input } from "./ask";

const planOf = ({ everyone }: Ask) => ({ planId: everyone.plan.planId });

const aCriterionOf = async (ask: Ask): Promise<Input> => {
  const criterionId = await aCriterion(ask.everyone.plan, { zone: ask.zone, title: "Connects to the warehouse" });
  return { ...planOf(ask), criterionId };
};

/** Options that can be taken away live in the committee's zone only, where the committee may change them. */
const anOptionOf = async (ask: Ask): Promise<Input> => {
  const zone = ask.zone === "shared" ? "committee" : ask.zone;
  return { ...planOf(ask), optionId: await anOption(ask.everyone.plan, { zone, title: "Another supplier" }) };
};

const aCostLineOf = async (ask: Ask): Promise<Input> => {
  const costLineId = await aCostLine(ask.everyone.plan, { title: "Orders typed in twice" });
  return { ...planOf(ask), costLineId };
};

async function takeSheetBack({ everyone, caller }: Ask) {
  await owner()`delete from score_sheet where participant_id in
    (select participant_id from participation where plan_id = ${everyone.plan.planId} and person_id = ${caller.personId})`;
}

/** Rates everything that the committee sees, as the caller. */
async function rateAll(ask: Ask) {
  const { planId } = ask.everyone.plan;
  await takeSheetBack(ask);
  await owner()`insert into score (workspace_id, plan_id, participant_id, criterion_id, option_id, value)
    select c.workspace_id, c.plan_id, p.participant_id, c.id, o.id, 4
      from criterion c join option o using (workspace_id, plan_id) join participation p using (workspace_id, plan_id)
      where c.plan_id = ${planId} and p.person_id = ${ask.caller.personId} and c.zone <> 'seller' and o.zone <> 'seller'
    on conflict do nothing`;
}

export const decisionEntries: Entries = {
  "change_case.read": { make: planOf },
  "problem.word": {
    async make(ask) {
      const [row] = await owner()`select statement, wording from problem where plan_id = ${ask.everyone.plan.planId}`;
      return { ...planOf(ask), statement: `Orders get lost (${row?.wording})`, base: row?.statement };
    },
  },
  "problem.agree": {
    async make(ask) {
      const [row] = await owner()`update problem set wording = wording + 1, statement = 'Orders get lost'
        where plan_id = ${ask.everyone.plan.planId} returning wording`;
      return { ...planOf(ask), level: "agree", wording: row?.wording };
    },
  },
  "cost.add": {
    make: (ask) => ({
      ...planOf(ask),
      title: "Orders typed in twice",
      currency: "EUR",
      low: 1_000,
      likely: 2_000,
      high: 3_000,
    }),
  },
  "cost.edit": {
    make: async (ask) => ({
      ...(await aCostLineOf(ask)),
      ...{ set: { title: "Typed in three times" }, base: { title: "Orders typed in twice" } },
    }),
  },
  "cost.remove": { make: aCostLineOf },
  "cost.confirm": { make: aCostLineOf },

  "decision.read": { make: planOf },
  "criterion.add": { make: (ask) => ({ ...planOf(ask), title: "Runs in our region", zone: ask.zone }) },
  "criterion.edit": {
    zoned: true,
    make: async (ask) => ({
      ...(await aCriterionOf(ask)),
      ...{ set: { title: "Connects to SAP" }, base: { title: "Connects to the warehouse" } },
    }),
  },
  "criterion.move": { zoned: true, make: aCriterionOf },
  "criterion.remove": { zoned: true, make: aCriterionOf },
  "option.add": { make: (ask) => ({ ...planOf(ask), title: "Build it ourselves", kind: "build" }) },
  "option.edit": {
    zoned: true,
    make: async (ask) => ({
      ...(await anOptionOf(ask)),
      ...{ set: { title: "The other supplier" }, base: { title: "Another supplier" } },
    }),
  },
  "option.remove": { zoned: true, make: anOptionOf },
  "score.rate": {
    zoned: true,
    async make(ask) {
      await takeSheetBack(ask);
      return { ...(await aCriterionOf(ask)), optionId: (await anOptionOf(ask)).optionId, value: 3 };
    },
  },
  "score.submit": {
    async make(ask) {
      await rateAll(ask);
      return planOf(ask);
    },
  },
  "score.reopen": { make: planOf },
};
