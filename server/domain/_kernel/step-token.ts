import { z } from "zod";
import { type LinkAct, linkActs, type Zone, zones } from "@/db/vocabulary";
import { readSigned, signText, textOf } from "./signed";

/** What a mail's link lets whom do with which step, from which zone it was told, and until which second. */
export type StepToken = {
  workspaceId: string;
  planId: string;
  stepId: string;
  participantId: string;
  /** Tells it from all others, so that it is used once. */
  id: string;
  zone: Zone | null;
  act: LinkAct;
  exp: number;
};

const Fields = z.object({
  ...{ workspaceId: z.uuid(), planId: z.uuid(), stepId: z.uuid(), participantId: z.uuid(), id: z.uuid() },
  ...{ zone: z.enum(zones).nullable(), act: z.enum(linkActs), exp: z.number() },
});

/** Short: a plain-text mail shows four of them in full beneath each step. */
export function stepToken({
  workspaceId,
  planId,
  stepId,
  participantId,
  id,
  zone,
  act,
  exp,
}: StepToken & { zone: Zone }) {
  const ids = [workspaceId, planId, stepId, participantId, id].map((each) => each.replaceAll("-", "")).join("");
  const packed = Buffer.from(ids, "hex").toString("base64url");
  return signText("step", [packed, zone, act, exp.toString(36)].join("."));
}

export function readStepToken(token: string): StepToken | null {
  const read = Fields.safeParse(unpacked(textOf("step", token)) ?? beforeTheyWereShort(token));
  return read.success ? read.data : null;
}

function unpacked(text: string | null) {
  const [packed = "", zone, act, exp] = text?.split(".") ?? [];
  if (!exp) return null;
  const ids = Buffer.from(packed, "base64url").toString("hex").match(/.{32}/g) ?? [];
  const [workspaceId, planId, stepId, participantId, id] = ids.map((each) =>
    each.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  );
  return { workspaceId, planId, stepId, participantId, id, zone, act, exp: Number.parseInt(exp, 36) };
}

/** Mails of up to a month ago carry these. Those from before zones were in them are told from no other. */
function beforeTheyWereShort(token: string) {
  const read = readSigned("step", token);
  if (!read) return null;
  const { w: workspaceId, p: planId, s: stepId, pa: participantId, z = null, a: act, id, exp } = read;
  return { workspaceId, planId, stepId, participantId, id, zone: z, act, exp };
}
