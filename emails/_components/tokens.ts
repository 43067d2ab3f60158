import { createContext, use } from "react";

export type Shade = { light: string; dark: string };

/** The portal's tokens, as values: mail programs know no custom properties. */
export const tokens = {
  paper: { light: "#ffffff", dark: "#161512" },
  surface: { light: "#ffffff", dark: "#1d1b18" },
  ink: { light: "#1c1a17", dark: "#f1eee7" },
  ink2: { light: "#5b564d", dark: "#b9b3a6" },
  ink3: { light: "#6b665c", dark: "#9b9589" },
  line: { light: "#e6e1d7", dark: "#312e28" },
  lineStrong: { light: "#cfc7b8", dark: "#4a453c" },
  accent: { light: "#14594a", dark: "#7ccbb3" },
  onAccent: { light: "#ffffff", dark: "#10231d" },
  committee: { light: "#5f46a0", dark: "#b9a6ee" },
  committeeGround: { light: "#f1edf9", dark: "#2a2440" },
  supplier: { light: "#80530a", dark: "#e0b566" },
  supplierGround: { light: "#faf1dd", dark: "#352a15" },
  bad: { light: "#a8261c", dark: "#f1978c" },
} satisfies Record<string, Shade>;

export type Token = keyof typeof tokens;
type Part = "color" | "background-color" | "border-color";

const classOf = (part: Part, token: Token) => `${part.split("-")[0]}-${token}`;

type Paint = { color?: Token; ground?: Token; border?: Token };

/** How a workspace wants its mails: its name over them, and its accent with what stands on it. */
export type Look = { name: string | null; shades: { accent: Shade; onAccent: Shade } | null };
export const MailLook = createContext<Look>({ name: null, shades: null });

const shadesOf = ({ shades }: Look): Record<Token, Shade> => (shades ? { ...tokens, ...shades } : tokens);

/** Colours twice: inline for light, by class for dark. Spread it on an element: `{...paint({ color: "ink" }, { margin: 0 })}`. */
export function paint({ color, ground, border }: Paint, style: React.CSSProperties = {}) {
  const shades = shadesOf(use(MailLook));
  const parts: [Part, Token | undefined][] = [
    ["color", color],
    ["background-color", ground],
    ["border-color", border],
  ];
  return {
    className: parts.flatMap(([part, token]) => (token ? [classOf(part, token)] : [])).join(" "),
    style: {
      ...style,
      ...(color && { color: shades[color].light }),
      ...(ground && { backgroundColor: shades[ground].light }),
      ...(border && { borderColor: shades[border].light }),
    },
  };
}

const parts: Part[] = ["color", "background-color", "border-color"];
const coloured = new Map(
  (Object.keys(tokens) as Token[]).flatMap((token) =>
    parts.map((part) => [classOf(part, token), { part, token }] as const),
  ),
);

/** Mail programs that follow the system read the media query; Outlook on the web marks what it has recoloured. */
const outlook = { color: "[data-ogsc] ", "background-color": "[data-ogsb] ", "border-color": "[data-ogsc] " };

/** The dark colours of what is drawn, and of nothing else: those of all would be half of a mail. */
export function withDarkColours(html: string, look: Look): string {
  const shades = shadesOf(look);
  const drawn = new Set([...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")));
  const rules = [...coloured].flatMap(([name, { part, token }]) =>
    drawn.has(name) ? [{ part, css: `.${name}{${part}:${shades[token].dark}!important}` }] : [],
  );
  const bySystem = `@media (prefers-color-scheme:dark){${rules.map(({ css }) => css).join("")}}`;
  const css = [bySystem, ...rules.map((rule) => outlook[rule.part] + rule.css)].join("");
  return html.replace("</style>", () => `${css}</style>`);
}

export const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Helvetica,Arial,sans-serif";

export const MAIL_WIDTH = 560;
