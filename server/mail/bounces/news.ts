import type { MailNewsKind } from "../../domain/delivery";
import type { Refusal } from "./status";

/** What a refusal says about the address; null when it says something about the mail or its sender alone. */
export function newsOf(refusal: Refusal): MailNewsKind | null {
  if (refusal === "policy") return null;
  return refusal === "hard" ? "bounced" : "returned";
}
