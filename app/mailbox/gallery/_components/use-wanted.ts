import { useRouter, useSearchParams } from "next/navigation";
import { languages } from "@/db/vocabulary";

export const themes = ["light", "dark", "inverted"] as const;
export type Theme = (typeof themes)[number];
export const widths = ["390", "700"] as const;
export type Width = (typeof widths)[number];

export const parts = ["html", "text", "headers"] as const;
export type Part = (typeof parts)[number];

export type Wanted = { template: string | null; locale: string; theme: Theme; width: Width; part: Part };

/** What is looked at is in the URL, so that it can be shown to a colleague. */
export function useWanted(): [Wanted, (change: Partial<Wanted>) => void] {
  const asked = useSearchParams();
  const router = useRouter();
  const among = <T extends string>(all: readonly T[], name: string, otherwise: T) =>
    all.find((one) => one === asked.get(name)) ?? otherwise;
  const wanted: Wanted = {
    template: asked.get("template"),
    locale: among([...languages, "en-XA"], "locale", "en"),
    theme: among(themes, "theme", "light"),
    width: among(widths, "width", "700"),
    part: among(parts, "part", "html"),
  };
  const want = (change: Partial<Wanted>) => {
    const next = Object.entries({ ...wanted, ...change }).filter(([, value]) => value !== null);
    router.replace(`/mailbox/gallery?${new URLSearchParams(next as [string, string][])}`, { scroll: false });
  };
  return [wanted, want];
}
