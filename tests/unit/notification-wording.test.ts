import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { messagesFor } from "@/app/_messages";
import type { NotificationKind } from "@/db/vocabulary";
import { noticeWordings } from "@/server/domain/notification/schemas";
import { type Telling, tellingOf } from "@/server/domain/notification/wording";

type Given = Partial<Omit<Telling, "event">> & { event: Partial<Telling["event"]> };
const telling = (kind: NotificationKind, { event, ...given }: Given): Telling => ({
  ...{ kind, planId: "plan", stepId: null, stepTitle: null, ownerName: null },
  ...given,
  event: { kind: "", actorName: "Dana Kim", subjectId: "step", before: null, after: null, ...event },
});
const wordingOf = (kind: NotificationKind, given: Given) => tellingOf(telling(kind, given)).told.wording;

test("a status is told by what became of the step", () => {
  expect(wordingOf("status", { event: { kind: "step.completed" } })).toBe("done");
  expect(wordingOf("status", { event: { kind: "step.approved" } })).toBe("done");
  expect(wordingOf("status", { event: { kind: "step.answered" } })).toBe("done");
  expect(wordingOf("status", { event: { kind: "step.declined", after: { status: "blocked" } } })).toBe("blocked");
  expect(wordingOf("status", { event: { kind: "step.removed" } })).toBe("removed");
  const from = (status: string) => ({
    event: { kind: "step.status_changed", before: { status }, after: { status: "todo" } },
  });
  expect(wordingOf("status", from("blocked"))).toBe("unblocked");
  expect(wordingOf("status", from("done"))).toBe("reopened");
});

test("what somebody waited for is done by whatever ended it", () => {
  for (const kind of ["step.completed", "step.answered", "step.approved"]) {
    expect(wordingOf("awaited_done", { event: { kind } })).toBe("awaited_done");
  }
  expect(wordingOf("awaited_done", { event: { kind: "step.status_changed" } })).toBe("awaited_dropped");
  expect(wordingOf("awaited_done", { event: { kind: "step.removed" } })).toBe("awaited_removed");
});

test("each leads to the thing: one's own step, the step, the page of the plan, or its history when the thing is gone", () => {
  const pathOf = (kind: NotificationKind, given: Given) => tellingOf(telling(kind, given)).path;
  expect(pathOf("awaited_done", { stepId: "mine", event: {} })).toBe("/plans/plan/steps?step=mine");
  expect(pathOf("given", { event: {} })).toBe("/plans/plan/steps?step=step");
  expect(pathOf("status", { event: { kind: "step.removed" } })).toBe("/plans/plan/activity");
  expect(pathOf("problem", { event: {} })).toBe("/plans/plan/why");
  expect(pathOf("decision_date", { event: {} })).toBe("/plans/plan");
  expect(pathOf("unanswered", { event: { subjectId: "ana" } })).toBe("/plans/plan/people?person=ana");
  expect(pathOf("asked", { event: { subjectId: "request" } })).toBe("/plans/plan/people");
});

test("every wording has its sentence", () => {
  const t = createTranslator({ locale: "en", messages: messagesFor("en"), namespace: "notifications" });
  for (const wording of noticeWordings) expect(t.has(`told.${wording}`), wording).toBe(true);
});
