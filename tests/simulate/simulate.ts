import { judge } from "./oracle/judge";
import { type Breach, rules } from "./oracle/played";
import { type Plan, type Play, play } from "./play";

export type Outcome = { tallies: Record<string, number>; breaches: Breach[] };

/** Plays and judges. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const done = await play(plan);
  const breaches = judge(done.played);
  for (const { rule, at, about } of breaches) plan.say(`BROKEN ${rule} at ${new Date(at).toISOString()}: ${about}`);
  return {
    tallies: { people: plan.people, plans: plan.plans, days: plan.days, ...talliesOf(done, breaches) },
    breaches,
  };
}

function talliesOf({ played, ...counts }: Play, breaches: Breach[]): Record<string, number> {
  const mails = played.entries.flatMap((entry) => ("mail" in entry ? [entry.mail] : []));
  return {
    steps: played.world.steps.length,
    mails: mails.length,
    reminded: mails.reduce((sum, { steps }) => sum + steps.length, 0),
    ...counts,
    ...Object.fromEntries(rules.map((rule) => [rule, breaches.filter((breach) => breach.rule === rule).length])),
  };
}

export const lineOf = (tallies: Record<string, number>) =>
  Object.entries(tallies)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
