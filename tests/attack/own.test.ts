import { beforeAll, describe, expect, test } from "vitest";
import { verbs } from "@/server/domain";
import { standings } from "@/server/domain/_kernel/permissions";
import { useDatabase } from "../support/database";
import { aPlanWithEveryone, type Everyone } from "../support/standings";
import { entries, entryOf } from "./inputs";
import { askFor, expectedCode, outcomeOf } from "./outcome";

useDatabase();

let everyone: Everyone;
beforeAll(async () => {
  everyone = await aPlanWithEveryone();
});

test("there are verbs, each has an entry, and no entry is of a verb that is gone", () => {
  expect(verbs.length).toBeGreaterThan(60);
  expect(Object.keys(entries).sort()).toEqual(verbs.map(({ name }) => name).sort());
});

describe.each(verbs)("$name", (verb) => {
  test.each(standings)(`in their own tenant, a %s does what the permission table says`, async (who) => {
    const entry = entryOf(verb.name);
    const input = await entry.make(askFor(everyone, verb, who));
    const outcome = await outcomeOf(verb, everyone.callers[who], input);
    expect(outcome).toMatchObject({ code: expectedCode(verb, entry, who) });
    await entry.after?.(everyone);
  });
});
