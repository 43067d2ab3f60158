"use client";

import { LogOut, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Avatar } from "../ui/avatar";
import { DropdownMenu, MenuItem, MenuLink, MenuSeparator } from "../ui/dropdown-menu";
import type { TriggerProps } from "../ui/popover";
import { LanguageChoice } from "./language-choice";
import { preferencesPath } from "./paths";
import { ThemeChoice } from "./theme-choice";

export type ShellPerson = {
  id: string;
  name: string;
  /** Company and role: "Northwind Health · Lead". */
  detail?: string;
};

export type PersonMenuProps = { person: ShellPerson; signOut?: () => Promise<void>; look: "rail" | "bar" };

export function PersonMenu({ person, signOut, look }: PersonMenuProps) {
  const t = useTranslations("shell");
  const [isLeaving, leave] = useTransition();

  const trigger = (props: TriggerProps) =>
    look === "bar" ? (
      <button
        {...props}
        type="button"
        aria-label={t("personMenu", { name: person.name })}
        className="tap-target rounded-full"
      >
        <Avatar name={person.name} size="md" />
      </button>
    ) : (
      <button
        {...props}
        type="button"
        className="w-full rounded-md px-2.5 py-1.5 text-left transition-colors hover:bg-sunken/60 aria-expanded:bg-sunken"
      >
        <span className="block truncate text-sm font-medium">{person.name}</span>
        {person.detail ? <span className="block truncate text-sm text-ink-2">{person.detail}</span> : null}
      </button>
    );

  return (
    <DropdownMenu
      label={t("personMenu", { name: person.name })}
      align={look === "bar" ? "end" : "start"}
      side={look === "bar" ? "bottom" : "top"}
      trigger={trigger}
    >
      <ThemeChoice />
      <MenuSeparator />
      <LanguageChoice />
      <MenuSeparator />
      <MenuLink href={preferencesPath}>
        <SlidersHorizontal size={15} aria-hidden="true" className="text-ink-3" />
        {t("preferences")}
      </MenuLink>
      {signOut ? (
        <MenuItem disabled={isLeaving} onSelect={() => leave(signOut)}>
          <LogOut size={15} aria-hidden="true" className="text-ink-3" />
          {t("signOut")}
        </MenuItem>
      ) : null}
    </DropdownMenu>
  );
}
