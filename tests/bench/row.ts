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

export type Bench = { ours: string; reference: string; rounds: number; seconds: number };
