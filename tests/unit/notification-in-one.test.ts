import { expect, test } from "vitest";
import { inOne } from "@/server/domain/notification/mail/in-one";

type Move = {
  from: string | null;
  to: string | null;
  by?: string;
  step?: string;
  kind?: "moved" | "awaited_moved" | "reworded";
};

const row = ({ from, to, by = "Dana", step = "draft", kind = "moved" }: Move) => ({
  kind,
  planId: "plan",
  zone: "shared",
  stepId: step,
  stepTitle: null,
  ownerName: null,
  event: { kind: "step.edited", actorName: by, subjectId: step, before: { dueOn: from }, after: { dueOn: to } },
});
const told = (...moves: Move[]) =>
  inOne(moves.map(row)).map(({ event: { actorName, before, after } }) => `${actorName} ${before.dueOn} ${after.dueOn}`);

test("three moves of a step are told as the one that they come to", () => {
  expect(told({ from: "18", to: "21" }, { from: "21", to: "22" }, { from: "22", to: "23" })).toEqual(["Dana 18 23"]);
});

test("a date that was taken away and given anew is one move", () => {
  expect(told({ from: "18", to: null }, { from: null, to: "23" })).toEqual(["Dana 18 23"]);
});

test("a step that is back where it was did not move", () => {
  expect(told({ from: "18", to: "21" }, { from: "21", to: "18" })).toEqual([]);
  expect(told({ from: "18", to: "21" }, { from: "21", to: "18" }, { from: "18", to: "25" })).toEqual(["Dana 18 25"]);
});

test("what another did in between is told by itself", () => {
  const moves = [
    { from: "18", to: "21" },
    { from: "21", to: "22", by: "Eline" },
    { from: "22", to: "23" },
  ];
  expect(told(...moves)).toEqual(["Dana 18 21", "Eline 21 22", "Dana 22 23"]);
});

test("where its reader moved it in between, each is told as it was", () => {
  expect(told({ from: "18", to: "22" }, { from: "25", to: "18" })).toEqual(["Dana 18 22", "Dana 25 18"]);
  expect(told({ from: "18", to: "22" }, { from: "25", to: "26" })).toEqual(["Dana 18 22", "Dana 25 26"]);
});

test("moves of other steps, and news of another kind, stay as they are", () => {
  expect(told({ from: "18", to: "21" }, { from: "21", to: "22", step: "paper" })).toHaveLength(2);
  expect(told({ from: "18", to: "21" }, { from: "21", to: "22", kind: "awaited_moved" })).toHaveLength(2);
  expect(told({ from: "a", to: "b", kind: "reworded" }, { from: "b", to: "c", kind: "reworded" })).toHaveLength(2);
});
