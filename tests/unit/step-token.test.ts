import { expect, test } from "vitest";
import { linkActs, zones } from "@/db/vocabulary";

process.env.DATABASE_URL = "postgres://localhost/none";
process.env.AUTH_SECRET = "a secret that is long enough to be one";

const { newId } = await import("@/server/domain/_kernel");
const { readStepToken, stepToken } = await import("@/server/domain/_kernel/step-token");
const { sign } = await import("@/server/domain/_kernel/signed");

const of = {
  workspaceId: newId(),
  planId: newId(),
  stepId: newId(),
  participantId: newId(),
  id: newId(),
  exp: 1_798_700_668,
};

test("a step's token says all that was put into it, in every zone and for every act", () => {
  for (const zone of zones) {
    for (const act of linkActs) expect(readStepToken(stepToken({ ...of, zone, act }))).toEqual({ ...of, zone, act });
  }
});

test("it is short enough for a mail in plain text, and stands in a link as it is", () => {
  const token = stepToken({ ...of, zone: "committee", act: "not_mine" });
  expect(token.length).toBeLessThan(200);
  expect(token).toBe(new URLSearchParams({ token }).toString().slice("token=".length));
});

test("nothing else is read as one", () => {
  const token = stepToken({ ...of, zone: "shared", act: "done" });
  const at = token.lastIndexOf(".");
  const [text, signature] = [token.slice(0, at), token.slice(at + 1)];
  for (const wrong of [
    "",
    ".",
    text,
    `${text}.`,
    `${text}x.${signature}`,
    `${text.replace("done", "later")}.${signature}`,
  ])
    expect(readStepToken(wrong)).toBeNull();
  expect(readStepToken(sign("step", { w: of.workspaceId }))).toBeNull();
  expect(readStepToken(sign("request", { w: of.workspaceId }))).toBeNull();
});

test("links of mails from before they were short open what they said", () => {
  const long = {
    w: of.workspaceId,
    p: of.planId,
    s: of.stepId,
    pa: of.participantId,
    a: "done",
    id: of.id,
    exp: of.exp,
  };
  expect(readStepToken(sign("step", { ...long, z: "seller" }))).toEqual({ ...of, zone: "seller", act: "done" });
  expect(readStepToken(sign("step", long))).toEqual({ ...of, zone: null, act: "done" });
});
