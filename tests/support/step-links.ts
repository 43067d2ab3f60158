import type { LinkAct } from "@/db/vocabulary";
import { now, readStepLink, stepLink } from "@/server/domain/_kernel";
import { setClock } from "./clock";
import { owner } from "./database";
import { aStep } from "./factory";
import { aPlanWithEveryone, type Everyone } from "./standings";

export const visitor = { personId: null, ip: "192.0.2.7" };

/** The newest digits that were mailed to the person of a link. */
export async function lastCode(token: string) {
  const { participantId = null } = readStepLink(token, now()) ?? {};
  const [mail] = await owner()`
    select props->>'code' as code from mail where template = 'step-code' and participant_id = ${participantId}
     order by created_at desc, id desc limit 1`;
  return mail?.code ?? "000000";
}

const kindOf = (act: LinkAct) => (act === "answer" ? "question" : act === "decide" ? "approval" : "task");

/** A step of the contributor's, and the link that a mail brought them. */
export async function aLink(act: LinkAct, given: { zone?: "shared" | "committee"; everyone?: Everyone } = {}) {
  setClock("2026-11-23T10:00:00Z");
  const everyone = given.everyone ?? (await aPlanWithEveryone());
  const { plan, buyer } = everyone;
  const { participantId } = buyer.contributor;
  const zone = given.zone ?? "shared";
  const stepId = await aStep(plan, { zone, ownerId: participantId, kind: kindOf(act), title: "Name who signs" });
  const token = tokenFor(everyone, stepId, participantId, act, zone);
  return { ...everyone, everyone, stepId, token, ref: { planId: plan.planId, stepId } };
}

export const tokenFor = (
  { plan }: Everyone,
  stepId: string,
  participantId: string,
  act: LinkAct,
  zone: "shared" | "committee" = "shared",
) => new URL(stepLink({ ...plan, stepId, participantId, zone }, now(), act)).searchParams.get("token") ?? "";

/** What a token says, and what signs that. */
export function partsOf(token: string) {
  const at = token.lastIndexOf(".");
  return { body: token.slice(0, at), signature: token.slice(at + 1) };
}

/** The same token with another id in the place of one of its, still under its old signature. */
export function forged(token: string, id: string, other: string): string {
  const [packed = "", ...rest] = token.split(".");
  const hex = Buffer.from(packed, "base64url").toString("hex");
  const plain = (uuid: string) => uuid.replaceAll("-", "");
  const swapped = Buffer.from(hex.replace(plain(id), plain(other)), "hex").toString("base64url");
  if (swapped === packed) throw new Error("the token has no such id");
  return [swapped, ...rest].join(".");
}
