import type { Ground } from "./ground";

/** One line of the table. `goal` is a bound on `ratio` where there is a reference, else on `ours`; null where none is set. */
export type Row = {
  name: string;
  unit: string;
  ours: number;
  reference: number | null;
  ratio: number | null;
  goal: number | null;
  meets: boolean | null;
};

/** A row of the table by its name, and how it is measured. */
export type Measure = { name: string; measure: (ground: Ground) => Promise<Row> };

type Goal = { atLeast: number } | { atMost: number } | { below: number } | null;

/** A missed goal is said, never adjusted: figures are compared as they were measured, before they are rounded. */
export function row(
  name: string,
  unit: string,
  { ours, reference = null }: { ours: number; reference?: number | null },
  goal: Goal,
  of: (figures: { ours: number; reference: number }) => number = ({ ours, reference }) => ours / reference,
): Row {
  const ratio = reference === null ? null : of({ ours, reference });
  const bound = ratio ?? ours;
  const [figure, holds] = goal === null ? [null, null] : check(goal, bound);
  return {
    name,
    unit,
    ours: rounded(ours),
    reference: reference === null ? null : rounded(reference),
    ratio: ratio === null ? null : rounded(ratio),
    goal: figure,
    meets: holds,
  };
}

function check(goal: NonNullable<Goal>, bound: number): [number, boolean] {
  if ("atLeast" in goal) return [goal.atLeast, bound >= goal.atLeast];
  if ("atMost" in goal) return [goal.atMost, bound <= goal.atMost];
  return [goal.below, bound < goal.below];
}

const rounded = (figure: number) => Number(figure.toPrecision(3));
