import { alternate, requestsPerSecond } from "../load";
import type { Bench, Row } from "../row";
import { BIG_PLAN, COOKIE, idOf } from "../scale";

const cookie = `throughline.session=${COOKIE}`;
const planId = idOf("plan", BIG_PLAN);
const input = (value: unknown) => encodeURIComponent(JSON.stringify({ 0: { json: value } }));

/** What a second holds: reading a plan of 100 steps, changing a step, a plan's document, a buyer's home on five plans. */
export async function requestRows({ ours, reference, rounds, seconds }: Bench): Promise<Row[]> {
  const measure = async (
    name: string,
    goal: number | null,
    hit: () => ReturnType<typeof read>,
    bare: () => ReturnType<typeof read>,
  ) => {
    const figures = await alternate(
      rounds,
      () => requestsPerSecond(ours, hit, { seconds }),
      () => requestsPerSecond(reference, bare, { seconds }),
    );
    const ratio = figures.ours / figures.reference;
    return {
      name,
      unit: "requests/s",
      ...figures,
      ratio,
      goal,
      meets: goal === null ? null : ratio >= goal,
    } satisfies Row;
  };
  const read = (path: string) => ({
    path,
    headers: { cookie } as Record<string, string>,
    method: "GET",
    body: undefined as string | undefined,
  });

  let count = 0;
  // The two never write to the same step: a title that the other changed would be a conflict.
  const stepId = (from: number) => idOf("step", BIG_PLAN * 256 + from + (count++ % 50));
  const titles = new Map<string, string>();
  const write = () => {
    const id = stepId(1);
    const title = `Step renamed ${count}`;
    const base = titles.get(id) ?? `Step ${Number.parseInt(id.slice(-12), 16) - BIG_PLAN * 256} of plan ${BIG_PLAN}`;
    titles.set(id, title);
    return {
      path: "/api/trpc/step.edit?batch=1",
      method: "POST",
      headers: { cookie, origin: ours, "content-type": "application/json" },
      body: JSON.stringify({ 0: { json: { planId, stepId: id, set: { title }, base: { title: base } } } }),
    };
  };
  const bareWrite = () => ({ ...read(`/step/${planId}/${stepId(51)}`), method: "POST", body: `Step renamed ${count}` });

  return [
    await measure(
      "plan-read",
      0.3,
      () => read(`/api/trpc/plan.read?batch=1&input=${input({ planId })}`),
      () => read(`/plan/${planId}`),
    ),
    await measure("step-update", 0.4, write, bareWrite),
    await measure(
      "plan-page",
      0.1,
      () => read(`/plans/${planId}`),
      () => read(`/page/${planId}`),
    ),
    await measure(
      "home",
      null,
      () => read(`/api/trpc/person.home?batch=1&input=${input({})}`),
      () => read("/home"),
    ),
  ];
}
