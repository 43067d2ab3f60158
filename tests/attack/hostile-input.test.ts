import { beforeAll, describe, expect, test } from "vitest";
import { verbs } from "@/server/domain";
import { newId } from "@/server/domain/_kernel";
import { standings } from "@/server/domain/_kernel/permissions";
import { readChangeCase } from "@/server/domain/change-case";
import { readDecision } from "@/server/domain/decision";
import { readHome } from "@/server/domain/person";
import { listPlans, readPlan } from "@/server/domain/plan";
import { owner, useDatabase } from "../support/database";
import { aPlanWithEveryone, type Everyone } from "../support/standings";
import { entryOf } from "./inputs";
import type { Input } from "./inputs/ask";
import { askFor, expectedCode, outcomeOf, withValue } from "./outcome";

useDatabase();

let everyone: Everyone;
beforeAll(async () => {
  everyone = await aPlanWithEveryone();
});

const hostile: [string, unknown][] = [
  ["10 kB of text", "x".repeat(10_240)],
  ["right-to-left marks", "\u202Eevil\u202C \u200F\u2066x\u2069"],
  ["emoji", "👩‍👩‍👧‍👦 🇩🇪 ☕️"],
  ["many emoji", "👩‍👩‍👧‍👦".repeat(60)],
  ["NUL", "a\u0000b"],
  ["only NUL", "\u0000"],
  ["half of a surrogate pair", "x\uD800y"],
  ["the other half", "\uDC00"],
  ["line breaks", "a\r\nBcc: x@people.test\r\n"],
  ["nothing", ""],
  ["white space", " \t\u00A0\u200B "],
  ["a combining flood", `Z${"\u0351".repeat(400)}`],
  ["SQL", "'; drop table plan; --"],
  ["markup", "<img src=x onerror=alert(1)>"],
  ["no id", "not-an-id"],
  ["an id in capitals", newId().toUpperCase()],
  ["an id in braces", `{${newId()}}`],
  ["an impossible date", "2026-02-30"],
  ["the year 0", "0000-01-01"],
  ["the year 1", "0001-01-01"],
  ["the last date of four digits", "9999-12-31"],
  ["the first date of plans", "2000-01-01"],
  ["the last date of plans", "2100-12-31"],
  ["null", null],
  ["undefined", undefined],
  ["a number", 7],
  ["a huge number", 1e308],
  ["a number past all integers", 2 ** 53],
  ["below zero", -1],
  ["a fraction", 0.5],
  ["not a number", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["true", true],
  ["a list", []],
  ["a list of text", ["a"]],
  ["an object", { toString: "x", constructor: null }],
  ["the first instant", new Date(-8_640_000_000_000_000)],
  ["the last instant", new Date(8_640_000_000_000_000)],
  ["no instant", new Date(Number.NaN)],
];

/** Each place of an input where something can be put, objects as well as what is in them. */
const places = (input: Input, path: string[] = []): string[][] =>
  Object.entries(input).flatMap(([key, value]) => {
    const here = [...path, key];
    const isNested = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    return isNested ? [here, ...places(value as Input, here)] : [here];
  });

/** Fields that an input may leave out, filled so that they are attacked too. */
const optional: Record<string, Input> = {
  "activity.list": { before: new Date(), limit: 10 },
  "activity.since": { cursor: { shared: 0 } },
  "criterion.add": { definition: "x", weight: 5, mustHave: true },
  "criterion.move": { afterId: null, beforeId: null },
  "milestone.add": { dueOn: null, definitionOfDone: null },
  "milestone.move": { afterId: null, beforeId: null },
  "participant.invite": { title: null, note: null, buyingRole: null },
  "participant.name": { name: null, title: null },
  "problem.agree": { comment: null },
  "step.add": { description: null, dueOn: null, kind: "task" },
  "step.set_status": { reason: null },
  "step.complete": { anyway: true },
  "step.move": { afterId: null, beforeId: null },
  "person.edit": { name: "Rosa", timeZone: "Europe/Berlin" },
  "access.request_sign_in": { redirectTo: "/" },
  "access.confirm_code": { redirectTo: "/", timeZone: "Europe/Berlin" },
  "access.accept_invitation": { timeZone: "Europe/Berlin" },
  "mailbox.list": { to: "x@people.test", limit: 5 },
};

describe.each(verbs)("$name", (verb) => {
  test("answers whatever it is given with a refusal or with success, never with an unexpected error", async () => {
    const entry = entryOf(verb.name);
    const who = standings.find((each) => expectedCode(verb, entry, each) === "done") ?? "visitor";
    const make = async () => ({ ...(await entry.make(askFor(everyone, verb, who))), ...optional[verb.name] });
    let usual = await make();
    const failed: string[] = [];
    const asking = { ...everyone.callers[who], ip: newId() };
    for (const [name, whole] of hostile) {
      const outcome = await outcomeOf(verb, asking, whole as Input);
      if (outcome.code === "unexpected") failed.push(`${name} for all of it: ${outcome.details}`);
    }
    for (const path of places(usual)) {
      for (const [name, value] of hostile) {
        const outcome = await outcomeOf(verb, { ...asking, ip: newId() }, withValue(usual, path, value));
        if (outcome.code === "unexpected") failed.push(`${name} as ${path.join(".")}: ${outcome.details}`);
        if (outcome.code !== "done" || verb.kind === "query") continue;
        await entry.after?.(everyone);
        usual = await make();
      }
    }
    expect(failed).toEqual([]);
  }, 60_000);
});

test("what got in is read again by everybody", async () => {
  const { planId, workspaceId } = everyone.plan;
  for (const [who, caller] of Object.entries(everyone.callers)) {
    for (const read of [readPlan, readDecision, readChangeCase, readHome, listPlans]) {
      const outcome = await outcomeOf(read, caller, { planId, workspaceId });
      expect.soft(outcome.code, `${read.name} as ${who}: ${outcome.details}`).not.toBe("unexpected");
    }
  }
});

test("an edit changes the fields that can be edited and no others", async () => {
  const stranger = await aPlanWithEveryone();
  const smuggled = {
    ...{ workspaceId: stranger.plan.workspaceId, planId: stranger.plan.planId, id: newId(), version: 99 },
    ...{
      zone: "committee",
      confirmedBy: newId(),
      personId: newId(),
      role: "owner",
      email: "x@people.test",
      wording: 9,
    },
  };
  const edits = verbs.filter(({ name, scope }) => name.endsWith(".edit") && scope === "plan");
  expect(edits.length).toBeGreaterThan(5);
  for (const verb of edits) {
    const entry = entryOf(verb.name);
    const who = standings.find((each) => expectedCode(verb, entry, each) === "done" && !each.startsWith("workspace"));
    const usual = await entry.make(askFor(everyone, verb, who ?? "buyer.lead"));
    const id = Object.entries(usual).find(([field]) => field.endsWith("Id") && field !== "planId")?.[1] ?? usual.planId;
    const set = { ...(usual.set as Input), ...smuggled };
    expect(await outcomeOf(verb, everyone.callers[who ?? "buyer.lead"], { ...usual, set })).toEqual({ code: "done" });
    for (const { table } of await owner()<{ table: string }[]>`
      select table_name as "table" from information_schema.columns where table_schema = 'public' and column_name = 'id'
        and data_type = 'uuid' and table_name in ('plan', 'step', 'milestone', 'participant', 'criterion', 'option', 'cost_line')`) {
      const rows = await owner()`select * from ${owner()(table)} where id = ${String(id)} or id = ${smuggled.id}`;
      for (const row of rows) {
        expect.soft(row.id, verb.name).toBe(id);
        expect.soft(row.workspace_id, verb.name).toBe(everyone.plan.workspaceId);
        expect.soft(row.version, verb.name).toBeLessThan(99);
        expect.soft([row.zone ?? "shared", row.confirmed_by ?? null], verb.name).not.toContain("seller");
        expect.soft(row.role ?? "", verb.name).not.toBe("owner");
      }
    }
  }
});
