import { randomUUID } from "node:crypto";
import { type Answer, post } from "./api";

type Zone = "shared" | "committee" | "seller";
type Step = {
  id: string;
  zone: Zone;
  title: string;
  dueOn: string | null;
  status: string;
  statusReason: string | null;
};
type Criterion = { id: string; zone: Zone; title: string };
/** One edit and what became of it. Its mark is in its event, and in no other event's "after". */
export type Edit = {
  mark: string;
  verb: string;
  mutationId: string;
  outcome: "acknowledged" | "conflict";
  tries: number;
};
export type Client = {
  name: string;
  cookie: string;
  planId: string;
  ownZone: Zone;
  milestones: Partial<Record<Zone, string>>;
};

/** What all clients of a plan know of it: they edit each other's steps, so some of their edits conflict. */
export type Known = { steps: Step[]; criteria: Criterion[] };

const RETRY_MS = 50;
const PATIENCE_MS = 45_000;
/** Of the answers, this part is thrown away by the client, which then asks again under the same id. */
const LOST_ANSWERS = 0.02;

/** Makes edits one after the other until there are enough; every one is retried under its id until it is answered. */
export async function editAtRandom(
  client: Client,
  known: Known,
  count: number,
  address: string,
  random: () => number,
  onEdit: () => void,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)];
  for (let n = 1; n <= count; n++) {
    const mark = `${client.name} edit ${n}.`;
    const { verb, input, learn } = chooseEdit(client, known, mark, random(), pick);
    const mutationId = randomUUID();
    const { answer, tries } = await answered(address, client.cookie, verb, { ...input, mutationId }, random);
    if (answer.ok) learn(answer.data);
    else if (answer.code === "conflict") learn(theirs(answer.details));
    else throw new Error(`${verb} ${mark} was answered with ${answer.code}: ${JSON.stringify(answer.details)}`);
    edits.push({ mark, verb, mutationId, tries, outcome: answer.ok ? "acknowledged" : "conflict" });
    onEdit();
  }
  return edits;
}

type Chosen = { verb: string; input: Record<string, unknown>; learn: (answer: unknown) => void };

function chooseEdit(
  client: Client,
  known: Known,
  mark: string,
  dice: number,
  pick: <T>(from: T[]) => T | undefined,
): Chosen {
  const { planId, ownZone } = client;
  const mine = ({ zone }: { zone: Zone }) => zone === "shared" || zone === ownZone;
  const step = pick(known.steps.filter(mine));
  const criterion = pick(known.criteria.filter(mine));
  const zone: Zone = pick(["shared", "shared", ownZone]) ?? "shared";
  const update = (row: object) => (answer: unknown) => void Object.assign(row, answer);

  if (!step || dice < 0.15) {
    const input = { planId, milestoneId: client.milestones[zone], title: mark, dueOn: "2026-12-01" };
    return { verb: "step.add", input, learn: (added) => void known.steps.push(added as Step) };
  }
  if (dice < 0.45) {
    const input = { planId, stepId: step.id, set: { title: mark }, base: { title: step.title } };
    return { verb: "step.edit", input, learn: update(step) };
  }
  if (dice < 0.7) {
    const base = { status: step.status, statusReason: step.statusReason };
    return {
      verb: "step.setStatus",
      input: { planId, stepId: step.id, status: "blocked", reason: mark, base },
      learn: update(step),
    };
  }
  if (!criterion || dice < 0.78) {
    const input = { planId, title: mark, zone, weight: 10 };
    return { verb: "decision.addCriterion", input, learn: (added) => void known.criteria.push(added as Criterion) };
  }
  if (dice < 0.92) {
    const input = { planId, criterionId: criterion.id, set: { title: mark }, base: { title: criterion.title } };
    return { verb: "decision.editCriterion", input, learn: update(criterion) };
  }
  return {
    verb: "changeCase.addCost",
    input: { planId, title: mark, currency: "EUR", low: 1, likely: 2, high: 3 },
    learn: () => {},
  };
}

/** What a server says that is going, coming or without its database is no answer: the client does not know yet. */
async function answered(address: string, cookie: string, verb: string, input: unknown, random: () => number) {
  const giveUp = Date.now() + PATIENCE_MS;
  for (let tries = 1; Date.now() < giveUp; tries++) {
    const answer: Answer | null = await post(address, cookie, verb, input).catch(() => null);
    const isAnswered = answer && (answer.ok || answer.status < 500);
    if (isAnswered && random() >= LOST_ANSWERS) return { answer, tries };
    if (!isAnswered) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new Error(`${verb} was not answered for ${PATIENCE_MS / 1000} s`);
}

const theirs = (details: unknown) =>
  Object.fromEntries(
    (details as { conflicts: { field: string; theirs: unknown }[] }).conflicts.map(({ field, theirs }) => [
      field,
      theirs,
    ]),
  );

/** Mulberry32: the same edits in the same order for a client each time the test runs. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
