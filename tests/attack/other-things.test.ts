import { beforeAll, expect, test } from "vitest";
import type { Zone } from "@/db/vocabulary";
import { verbs } from "@/server/domain";
import { newId, type Verb } from "@/server/domain/_kernel";
import { type Standing, standings } from "@/server/domain/_kernel/permissions";
import { useDatabase } from "../support/database";
import { tenantDigest } from "../support/snapshot";
import { aPlanWithEveryone, type Everyone } from "../support/standings";
import { entryOf } from "./inputs";
import { zoneOfSide } from "./inputs/ask";
import { askFor, at, expectedCode, namedThings, namesThings, outcomeOf, withValue } from "./outcome";

useDatabase();

let ours: Everyone;
let theirs: Everyone;
let otherPlan: Everyone;
beforeAll(async () => {
  ours = await aPlanWithEveryone();
  theirs = await aPlanWithEveryone();
  otherPlan = await aPlanWithEveryone(ours.workspace);
});

/** Verbs that name a thing inside of a plan or a workspace, and those who may use them. */
const cases = verbs
  .filter((verb) => (verb.scope === "plan" || verb.scope === "workspace") && namesThings(verb))
  .flatMap((verb) => allowed(verb).map((who) => ({ verb, who, name: verb.name })));
const onPlans = cases.filter(({ verb }) => verb.scope === "plan");
const ofZones = cases.filter(({ name }) => entryOf(name).zoned);

/** On a plan, a workspace's own people stand as the seller's do, and are left out. */
function allowed(verb: Verb): Standing[] {
  const entry = entryOf(verb.name);
  const able = standings.filter((who) => expectedCode(verb, entry, who) === "done");
  return able.filter((who) => verb.scope === "workspace" || !who.startsWith("workspace."));
}

/** Puts in, one at a time, a thing of another place for each that the input names, and compares with a thing that isn't. */
async function isAsIfAbsent(verb: Verb, who: Standing, elsewhere: Everyone, zone: { own: Zone; hidden: Zone }) {
  const entry = entryOf(verb.name);
  const there = await entry.make(askFor(elsewhere, verb, who, zone.hidden));
  const paths = namedThings(there).filter(([field]) => zone.own === zone.hidden || hasZone(field));
  const asked = [];
  for (const path of paths) asked.push({ path, here: await entry.make(askFor(ours, verb, who, zone.own)) });
  const before = await digestOf(ours, elsewhere);
  for (const { path, here } of asked) {
    const outcome = await outcomeOf(verb, ours.callers[who], withValue(here, path, at(there, path)));
    const ofNothing = await outcomeOf(verb, ours.callers[who], withValue(here, path, newId()));
    expect.soft(outcome, `${verb.name} with another's ${path.join(".")}`).toEqual(ofNothing);
  }
  expect(await digestOf(ours, elsewhere), `${verb.name} changed nothing`).toEqual(before);
  expect(paths.length, "things named").toBeGreaterThan(0);
}

const digestOf = (...all: Everyone[]) => {
  const tenants = new Set(all.map(({ workspace }) => workspace.workspaceId));
  return Promise.all([...tenants].map(tenantDigest));
};

/** Everybody on a plan sees who is on it. */
const hasZone = (field = "") => /^(step|milestone|criterion|option|predecessor|comment)Id$/.test(field);

test.each(cases)("$name as $who: another tenant's things are as if absent", ({ verb, who }) =>
  isAsIfAbsent(verb, who, theirs, { own: "shared", hidden: "shared" }),
);

test.each(onPlans)("$name as $who: things of another plan of the tenant are as if absent", ({ verb, who }) =>
  isAsIfAbsent(verb, who, otherPlan, { own: "shared", hidden: "shared" }),
);

test.each(ofZones)("$name as $who: things of the other side's zone are as if absent", ({ verb, who }) => {
  const { side } = askFor(ours, verb, who);
  const hidden = side === "buyer" ? "seller" : "committee";
  return isAsIfAbsent(verb, who, ours, { own: "shared", hidden });
});

test.each(ofZones)("$name as $who: things of their own zone are theirs to change", async ({ verb, who }) => {
  const { side } = askFor(ours, verb, who);
  const ask = askFor(ours, verb, who, zoneOfSide[side]);
  const outcome = await outcomeOf(verb, ours.callers[who], await entryOf(verb.name).make(ask));
  expect(outcome).toEqual({ code: "done" });
});

test("things are named by many verbs, so that the attack is one", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThan(30);
  expect(new Set(ofZones.map(({ name }) => name)).size).toBeGreaterThan(15);
});
