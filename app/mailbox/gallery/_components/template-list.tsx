import clsx from "clsx";
import { useTranslations } from "next-intl";

type TemplateListProps = { names: string[]; chosen: string; onChoose: (name: string) => void };

export function TemplateList({ names, chosen, onChoose }: TemplateListProps) {
  const t = useTranslations("mailbox.gallery");
  return (
    <nav aria-label={t("templates")}>
      <ul className="flex flex-col max-lg:flex-row max-lg:flex-wrap max-lg:gap-1">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              lang="zxx"
              aria-current={name === chosen ? "true" : undefined}
              onClick={() => onChoose(name)}
              className={clsx(
                "min-h-8 w-full rounded-md px-2.5 py-1 text-left text-sm hover:bg-sunken",
                name === chosen && "bg-sunken font-medium",
              )}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
