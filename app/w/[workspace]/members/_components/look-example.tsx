import { useTranslations } from "next-intl";
import { accentShades, isReadable } from "@/app/_look/accent";

const papers = { light: { paper: "#fbfaf7", ink: "#5b564d" }, dark: { paper: "#161512", ink: "#b9b3a6" } };

/** The colour as it will be, on light and on dark pages. */
export function LookExample({ accent }: { accent: string }) {
  const t = useTranslations("workspace.members.look");
  const shades = accentShades(accent);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-sm font-medium">{t("example")}</figcaption>
      <div className="grid grid-cols-2 overflow-hidden rounded-lg border border-line">
        {(["light", "dark"] as const).map((theme) => (
          <div
            key={theme}
            className="flex min-w-0 flex-col items-start gap-2.5 p-3 sm:p-4"
            style={{ background: papers[theme].paper, color: papers[theme].ink }}
          >
            <span className="text-xs">{t(theme)}</span>
            <span
              className="max-w-full truncate rounded-md px-3 py-1.5 text-sm font-semibold"
              style={{ background: shades.accent[theme], color: shades.onAccent[theme] }}
            >
              {t("button")}
            </span>
            <span className="font-medium" style={{ color: shades.accent[theme] }}>
              {t("link")}
            </span>
          </div>
        ))}
      </div>
      <p aria-live="polite" className="text-sm text-ink-3">
        {isReadable(accent) ? null : t("mended")}
      </p>
    </figure>
  );
}
