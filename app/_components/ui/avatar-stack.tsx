import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Avatar, type AvatarSize } from "./avatar";
import { useListWords } from "./use-list-words";

export type StackedPerson = { id: string; name: string };
export type AvatarStackProps = { people: StackedPerson[]; max?: number; size?: AvatarSize; className?: string };

export function AvatarStack({ people, max = 4, size = "md", className }: AvatarStackProps) {
  const t = useTranslations("common");
  const listed = useListWords();
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const hidden = people.length - shown.length;
  return (
    <ul className={clsx("flex items-center -space-x-1", className)}>
      {shown.map((person) => (
        <li key={person.id} className="flex rounded-full ring-2 ring-paper">
          <Avatar name={person.name} size={size} labelled />
        </li>
      ))}
      {hidden > 0 ? (
        <li
          className="flex h-7 min-w-7 items-center justify-center rounded-full bg-sunken px-1.5 text-2xs font-medium text-ink-2 ring-2 ring-paper"
          title={listed(people.slice(shown.length).map((person) => person.name))}
        >
          <span aria-hidden="true">+{hidden}</span>
          <span className="sr-only">{t("more", { count: hidden })}</span>
        </li>
      ) : null}
    </ul>
  );
}
