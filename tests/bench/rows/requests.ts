import { alternate, type Hit, requestsPerSecond } from "../load";
import { type Measure, row } from "../row";
import { BIG_PLAN, cookieOf, idOf, READER, SIGNED_IN } from "../scale";

const planId = idOf("plan", BIG_PLAN);
const input = (value: unknown) => encodeURIComponent(JSON.stringify({ 0: { json: value } }));
const read = (path: string): Hit => ({ path, headers: { cookie: cookieOf(READER) } });

type Sides = { ours: (address: string) => () => Hit; reference: () => Hit };

function perSecond(name: string, goal: number | null, { ours, reference }: Sides): Measure {
  return {
    name,
    measure: async (ground) => {
      const [web, bare] = [await ground.web("first"), await ground.reference()];
      const hit = ours(web);
      const figures = await alternate(
        ground.rounds,
        () => requestsPerSecond(web, hit, ground),
        () => requestsPerSecond(bare, reference, ground),
      );
      return row(name, "requests/s", figures, goal === null ? null : { atLeast: goal });
    },
  };
}

/** What a second holds: reading a plan of 100 steps, changing a step, a plan's document, a buyer's home on five plans. */
export const requests: Measure[] = [
  perSecond("plan-read", 0.3, {
    ours: () => () => read(`/api/trpc/plan.read?batch=1&input=${input({ planId })}`),
    reference: () => read(`/plan/${planId}`),
  }),
  perSecond("step-update", 0.4, { ours: (address) => renaming(1, ours(address)), reference: renaming(11, bare) }),
  perSecond("plan-page", 0.1, {
    ours: () => () => read(`/plans/${planId}`),
    reference: () => read(`/page/${planId}`),
  }),
  perSecond("home", null, {
    ours: () => () => read(`/api/trpc/person.home?batch=1&input=${input({})}`),
    reference: () => read("/home"),
  }),
];

type Renaming = { planId: string; stepId: string; title: string; base: string; cookie: string };

/** Fair to both: people edit on plans of their own, as otherwise the lock of one plan's history is what is measured, and the two never touch the same step. */
function renaming(firstStep: number, hit: (renaming: Renaming) => Hit): () => Hit {
  const titles = new Map<string, string>();
  let count = 0;
  return () => {
    const plan = 1 + (count % SIGNED_IN);
    const step = firstStep + (Math.floor(count / SIGNED_IN) % 10);
    count += 1;
    const stepId = idOf("step", plan * 256 + step);
    const base = titles.get(stepId) ?? `Step ${step} of plan ${plan}`;
    const title = `Step ${step} renamed ${count} times`;
    titles.set(stepId, title);
    return hit({ planId: idOf("plan", plan), stepId, title, base, cookie: cookieOf(plan) });
  };
}

function ours(address: string) {
  return ({ cookie, planId, stepId, title, base }: Renaming): Hit => ({
    path: "/api/trpc/step.edit?batch=1",
    method: "POST",
    headers: { cookie, origin: address, "content-type": "application/json" },
    body: JSON.stringify({ 0: { json: { planId, stepId, set: { title }, base: { title: base } } } }),
  });
}

function bare({ cookie, planId, stepId, title, base }: Renaming): Hit {
  return {
    path: `/step/${planId}/${stepId}`,
    method: "POST",
    headers: { cookie },
    body: JSON.stringify({ title, base }),
  };
}
