import { expect, test } from "vitest";
import { z } from "zod";
import { showing } from "@/server/domain/_kernel/showing";

const Person = z.object({ id: z.uuid(), name: z.string().nullable(), nick: z.string().optional() });
const Answer = z.object({
  people: z.array(Person),
  at: z.date(),
  day: z.iso.date().refine((day) => day > "2000"),
  side: z.enum(["buyer", "seller"]),
  count: z.number().int(),
  isHere: z.boolean(),
  cursor: z.partialRecord(z.enum(["shared", "seller"]), z.number()),
  outcome: z.discriminatedUnion("is", [
    z.object({ is: z.literal("a"), one: z.string() }),
    z.object({ is: z.literal("b") }),
  ]),
  typed: z.string().trim(),
  halved: z.number().transform((value) => value / 2),
});
const id = "0199aaaa-0003-7000-8000-000000000001";
const answer = () => ({
  people: [
    { id, name: null, nick: "A" },
    { id, name: "B" },
  ],
  at: new Date(0),
  day: "2026-11-23",
  side: "buyer",
  count: 3,
  isHere: false,
  cursor: { shared: 4 },
  outcome: { is: "a", one: "x" },
  typed: " words ",
  halved: 8,
});

test("an answer is shown as zod would show it", () => {
  expect(showing(Answer)(answer())).toStrictEqual(Answer.parse(answer()));
  expect(showing(z.array(Person).nullable())(null)).toBeNull();
});

test("what the schema does not name is gone, at any depth", () => {
  const { people, outcome, ...rest } = answer();
  const loose = {
    ...rest,
    secret: "s",
    people: people.map((person) => ({ ...person, tokenHash: "h" })),
    outcome: { ...outcome, secret: "s" },
  };
  expect(showing(Answer)(loose)).toStrictEqual(Answer.parse(answer()));
});

test.each([
  ["text for a number", { count: "3" }],
  ["no number", { count: Number.NaN }],
  ["text for a date", { at: "2026-11-23" }],
  ["a word that is none of them", { side: "neither" }],
  ["nothing for a list", { people: null }],
  ["something else within a list", { people: [{ id: 7, name: null }] }],
  ["a field too few", { isHere: undefined }],
  ["none of the outcomes", { outcome: { is: "c" } }],
])("%s is no answer", (_, over) => {
  expect(() => showing(Answer)({ ...answer(), ...over })).toThrow(z.ZodError);
});
