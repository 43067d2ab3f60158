import { z } from "zod";
import type { Side, Zone } from "@/db/vocabulary";
import { type Caller, Refusal, type Verb } from "@/server/domain/_kernel";
import { may, type Standing } from "@/server/domain/_kernel/permissions";
import type { Everyone } from "../support/standings";
import type { Ask, Entry, Input } from "./inputs/ask";

export type Outcome = { code: string; details?: unknown };

/** What came of it, as a door would tell it. Anything that is no refusal is a bug that would be answered as a 500. */
export async function outcomeOf(verb: Verb, caller: Caller, input: Input): Promise<Outcome> {
  try {
    await verb.run(caller, input);
    return { code: "done" };
  } catch (reason) {
    if (reason instanceof Refusal) return { code: reason.code, details: reason.details };
    return { code: "unexpected", details: String(reason instanceof Error ? (reason.cause ?? reason) : reason) };
  }
}

/** Who of a workspace enters its plans as what, without being on them. */
const lookingIn: Partial<Record<Standing, Standing>> = {
  "workspace.owner": "seller.owner",
  "workspace.admin": "seller.owner",
  "workspace.member": "seller.viewer",
};

/** As whom a verb of this scope finds somebody, in their own tenant; null: as nobody of it. */
export function standingIn(scope: Verb["scope"], who: Standing): Standing | null {
  if (scope === "visitor") return "visitor";
  if (scope === "person") return "person";
  if (scope === "workspace") return who.startsWith("workspace.") ? who : null;
  const onPlan = lookingIn[who] ?? who;
  return /^(seller|buyer)\./.test(onPlan) ? onPlan : null;
}

/** What the permission table says that must come of it. */
export function expectedCode(verb: Verb, entry: Entry, who: Standing): string {
  if (who === "visitor" && verb.scope !== "visitor") return "not_signed_in";
  const standing = standingIn(verb.scope, who);
  if (!standing) return "not_found";
  if (!may(standing, verb.may)) return "not_allowed";
  return entry.only && !entry.only.includes(who) ? "not_allowed" : "done";
}

export function askFor(everyone: Everyone, verb: Verb, who: Standing, zone: Zone = "shared"): Ask {
  const standing = standingIn(verb.scope, who) ?? who;
  const side: Side = standing.startsWith("buyer.") ? "buyer" : "seller";
  return { everyone, who, side, zone, caller: everyone.callers[who] };
}

/** Whether a verb's input names a thing within the plan or the workspace. */
export function namesThings(verb: Verb): boolean {
  const { properties } = z.toJSONSchema(verb.input, { io: "input", unrepresentable: "any" });
  const fields = Object.keys(properties ?? {}).filter((field) => field !== "planId" && field !== "workspaceId");
  return fields.some((field) => field.endsWith("Id"));
}

type Path = string[];

/** Where an input names things, apart from the plan or the workspace itself. */
export function namedThings(input: Input, path: Path = []): Path[] {
  return Object.entries(input).flatMap(([key, value]): Path[] => {
    if (key === "base" || key === "planId" || key === "workspaceId") return [];
    if (typeof value === "object" && value !== null) return namedThings(value as Input, [...path, key]);
    return /(^i|I)d$/.test(key) && typeof value === "string" ? [[...path, key]] : [];
  });
}

export function at(input: Input, [key = "", ...rest]: Path): unknown {
  return rest.length === 0 ? input[key] : at(input[key] as Input, rest);
}

export function withValue(input: Input, [key = "", ...rest]: Path, value: unknown): Input {
  return { ...input, [key]: rest.length === 0 ? value : withValue(input[key] as Input, rest, value) };
}
