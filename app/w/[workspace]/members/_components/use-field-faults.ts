import { useTranslations } from "next-intl";
import type { RefusalShape } from "@/server/trpc/init";

const known = {
  accent: ["not_a_colour"],
  senderName: ["too_long"],
  name: ["required", "too_long"],
  email: ["required", "one_address_only", "plain_address_only", "address_too_long", "not_an_address"],
} as const;

/** What a refusal says about a field, beside that field. */
export function useFieldFaults(refusal: RefusalShape | null) {
  const t = useTranslations("workspace.members.fault");
  const said = refusal?.details.fields ?? {};
  const name = known.name.find((code) => code === (said.name ?? said["set.name"]));
  const email = known.email.find((code) => code === said.email);
  const accent = known.accent.find((code) => code === said["set.accent"]);
  const senderName = known.senderName.find((code) => code === said["set.senderName"]);
  const words = {
    name: name && t(`name.${name}`),
    email: email && t(`email.${email}`),
    accent: accent && t(`accent.${accent}`),
    senderName: senderName && t(`senderName.${senderName}`),
  };
  return { fault: (field: keyof typeof known) => words[field], hasFaults: Object.values(words).some(Boolean) };
}
