import type { ReactNode } from "react";
import { z } from "zod";
import { PlainDate, Short, ShortReason } from "./fields";
import type { Words } from "./words";

/** A sentence's parts, as the domain tells them. */
export const Told = z.object({
  wording: z.string(),
  who: Short,
  title: Short,
  other: Short,
  name: Short,
  reason: ShortReason,
  role: z.string(),
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
  /** What somebody wrote, in their own words. */
  quote: z.string().default(""),
});
export type Told = z.infer<typeof Told>;

/** The sentence as text: what stands out on a page stands in quotation marks. */
export const toldText = (told: Told, today: string, words: Words): string =>
  words.told.markup(wordingOf(told, words), {
    ...valuesOf(told, today, words),
    b: (chunks) => words.t("quoted", { words: `${chunks}` }),
  });

export const toldNode = (told: Told, today: string, words: Words): ReactNode =>
  words.told.rich(wordingOf(told, words), {
    ...valuesOf(told, today, words),
    b: (chunks) => (
      <b style={{ fontWeight: 600 }}>
        <bdi>{chunks}</bdi>
      </b>
    ),
  });

type Wording = Parameters<Words["told"]>[0];

/** Of a newer version, perhaps, that this one has no sentence for. */
function wordingOf({ wording }: Told, { told }: Words): Wording {
  const key = `told.${wording}` as Wording;
  return told.has(key) ? key : ("told.other" as Wording);
}

function valuesOf(told: Told, today: string, { told: t, day }: Words) {
  const date = (given: string | null) => (given ? day(given, today) : t("noDate"));
  return {
    who: told.who,
    title: told.title,
    other: told.other,
    name: told.name || t("somebody"),
    hasName: String(told.name !== ""),
    reason: told.reason,
    role: told.role,
    from: date(told.from),
    to: date(told.to),
    hasDate: String(told.to !== null),
  };
}
