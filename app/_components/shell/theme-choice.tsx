"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { themeCookie } from "@/app/_i18n/locales";
import { rememberChoice } from "../remember-choice";
import { MenuChoice, MenuHeading } from "../ui/dropdown-menu";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Light, dark or as the device: kept in this browser and drawn by the server from the next page on. */
export function ThemeChoice() {
  const t = useTranslations("shell");
  const [theme, setTheme] = useState<Theme>(shownTheme);

  const choose = (next: Theme) => {
    setTheme(next);
    rememberChoice(themeCookie, next === "system" ? "" : next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };

  return (
    <>
      <MenuHeading>{t("appearance")}</MenuHeading>
      <MenuChoice
        label={t("appearance")}
        value={theme}
        onValueChange={choose}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
    </>
  );
}

function shownTheme(): Theme {
  const shown = document.documentElement.dataset.theme;
  return themes.find((theme) => theme === shown) ?? "system";
}
