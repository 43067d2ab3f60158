import type { Theme } from "./use-wanted";

/** The mail as a program would draw it that is light, dark, or dark and turns the colours of light mails around by itself. */
export function asIn(theme: Theme, html: string): string {
  const isDark = theme === "dark";
  const settled = html
    .replaceAll("@media (prefers-color-scheme:dark)", isDark ? "@media all" : "@media not all")
    .replaceAll("color-scheme:light dark", isDark ? "color-scheme:dark" : "color-scheme:light");
  return theme === "inverted" ? settled.replace("</head>", `${turned}</head>`) : settled;
}

const turned = "<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}</style>";
