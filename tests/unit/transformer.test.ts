import fc from "fast-check";
import superjson from "superjson";
import { expect, test } from "vitest";
import { transformer } from "@/server/trpc/transformer";

const sent = (value: unknown, by: { serialize: typeof superjson.serialize }) =>
  superjson.deserialize(JSON.parse(JSON.stringify(by.serialize(value))));

/** What arrives, or why nothing was sent: superjson refuses names that could reach an object's prototype. */
function outcome(...of: Parameters<typeof sent>) {
  try {
    return { arrived: sent(...of) };
  } catch (reason) {
    return { refused: String(reason) };
  }
}

const { value: anything } = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.date(),
    fc.bigInt(),
    fc.set(fc.integer()).map((members) => new Set(members)),
    fc.array(again("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("a.b", "a\\b", "", "0", "prototype")), again("value"), {
      maxKeys: 4,
    }),
  ),
}));

test("whatever is sent arrives as superjson would have brought it, or is refused as it would have", () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(outcome(value, transformer)).toEqual(outcome(value, superjson));
    }),
    { numRuns: 2_000 },
  );
});

test("dates arrive as dates, wherever they stand", () => {
  const at = new Date("2026-03-01T09:00:00Z");
  const value = { at, rows: [{ at, note: null, nested: { at } }], list: [at] };
  expect(sent(value, transformer)).toEqual(value);
  expect(sent([at], transformer)).toEqual([at]);
  expect(sent(at, transformer)).toEqual(at);
});

test("dates under a name without letters arrive as dates", () => {
  const value = { "": { at: new Date(0) }, "a.b": new Date(1), "a\\b": new Date(2) };
  expect(sent(value, transformer)).toEqual(sent(value, superjson));
  expect(sent(value, transformer)).toEqual(value);
});

test("a name that superjson refuses is refused", () => {
  expect(() => sent({ at: new Date(), prototype: {} }, transformer)).toThrow(/prototype pollution/);
});

test("a circle is left to superjson", () => {
  const circle: Record<string, unknown> = { name: "circle" };
  circle.self = circle;
  const arrived = sent(circle, transformer) as typeof circle;
  expect(arrived.self).toBe(arrived);
});
