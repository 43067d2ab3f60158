import { beforeAll, describe, expect, test } from "vitest";
import { verbs } from "@/server/domain";
import { newId } from "@/server/domain/_kernel";
import { type Standing, standings } from "@/server/domain/_kernel/permissions";
import { useDatabase } from "../support/database";
import { tenantDigest } from "../support/snapshot";
import { aPlanWithEveryone, type Everyone } from "../support/standings";
import { entryOf } from "./inputs";
import type { Input } from "./inputs/ask";
import { askFor, expectedCode, outcomeOf } from "./outcome";

useDatabase();

let ours: Everyone;
let theirs: Everyone;
beforeAll(async () => {
  ours = await aPlanWithEveryone();
  theirs = await aPlanWithEveryone();
});

const inTenants = verbs.filter(({ scope }) => scope === "plan" || scope === "workspace");

test("there are verbs to attack in both scopes", () => {
  expect(new Set(inTenants.map(({ scope }) => scope)).size).toBe(2);
  expect(inTenants.length).toBeGreaterThan(45);
});

describe.each(inTenants)("$name", (verb) => {
  test("with another tenant's ids, for everybody it is as if nothing were there", async () => {
    const inputs = new Map<Standing, Input>();
    for (const who of standings) inputs.set(who, await entryOf(verb.name).make(askFor(theirs, verb, who)));
    const before = await tenantDigest(theirs.workspace.workspaceId);
    for (const [who, input] of inputs) {
      const nowhere = "planId" in input ? { planId: newId() } : { workspaceId: newId() };
      const outcome = await outcomeOf(verb, ours.callers[who], input);
      const ofNothing = await outcomeOf(verb, ours.callers[who], { ...input, ...nowhere });
      expect.soft(outcome, `as ${who}`).toEqual(ofNothing);
      expect.soft(outcome.code, `as ${who}`).toBe(who === "visitor" ? "not_signed_in" : "not_found");
    }
    expect(await tenantDigest(theirs.workspace.workspaceId)).toEqual(before);
  });

  test("and the one whose it is still can", async () => {
    const entry = entryOf(verb.name);
    const who = standings.find((each) => expectedCode(verb, entry, each) === "done") ?? "visitor";
    const input = await entry.make(askFor(theirs, verb, who));
    expect(await outcomeOf(verb, theirs.callers[who], input)).toEqual({ code: "done" });
    await entry.after?.(theirs);
  });
});
