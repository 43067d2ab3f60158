import { useTranslations } from "next-intl";
import { AvatarStack, type StackedPerson } from "../ui/avatar-stack";

/** Who has the plan open now, oneself included; nothing when nobody else is there is the caller's choice. */
export function Presence({ people }: { people: StackedPerson[] }) {
  const t = useTranslations("shell");
  if (people.length === 0) return null;
  return (
    <div className="flex items-center gap-3">
      <AvatarStack people={people} max={5} />
      <span className="text-sm text-ink-2">{t("hereNow", { count: people.length })}</span>
    </div>
  );
}
