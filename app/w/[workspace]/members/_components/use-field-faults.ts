import { useTranslations } from "next-intl";
import type { RefusalShape } from "@/server/trpc/init";

const known = {
  name: ["required", "too_long"],
  email: ["required", "one_address_only", "plain_address_only", "address_too_long", "not_an_address"],
} as const;

/** What a refusal says about a field, beside that field. */
export function useFieldFaults(refusal: RefusalShape | null) {
  const t = useTranslations("workspace.members.fault");
  const said = refusal?.details.fields ?? {};
  const name = known.name.find((code) => code === (said.name ?? said["set.name"]));
  const email = known.email.find((code) => code === said.email);
  const words = { name: name && t(`name.${name}`), email: email && t(`email.${email}`) };
  return { fault: (field: keyof typeof known) => words[field], hasFaults: Boolean(name ?? email) };
}
