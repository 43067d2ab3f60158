import { groupBy } from "../_kernel/group";

type CriterionWeight = { id: string; weight: number; mustHave: boolean };
type GivenScore = { participantId: string; criterionId: string; optionId: string; value: number };

export type DisagreementLevel = "agreed" | "some" | "strongly";
/** Highest minus lowest rating of an option; null with fewer than two ratings. */
export type Disagreement = { spread: number | null; level: DisagreementLevel | null };

export type OptionTotal = {
  optionId: string;
  /** 1 … 5; null while a criterion that counts has no rating by anybody. */
  total: number | null;
  /** The must-haves that the option fails in the group's mean. */
  failedMustHaves: string[];
};

export type CriterionResult = {
  criterionId: string;
  /** 0 … 1; all shares add up to 1. */
  share: number;
  options: ({ optionId: string; mean: number | null; ratings: number } & Disagreement)[];
  /** Over the option on which the committee differs most. */
  disagreement: Disagreement;
};

export type MemberTotals = {
  participantId: string;
  totals: { optionId: string; total: number | null; missing: number }[];
};

export type Totals = { criteria: CriterionResult[]; options: OptionTotal[]; members: MemberTotals[] };

/** A must-have is failed by a mean below the middle of the scale: "it hardly does", rather than "it does somewhat". */
const mustHaveFloor = 3;

/**
 * Weighted totals of ratings from 1 to 5, per member and for the group.
 *
 * Weights are points of which only the proportion counts; if all are 0, all count the same. A member's total is the weighted mean
 * of their own ratings, and null while one that counts is missing. The group's is the weighted mean of each criterion's
 * mean, so that leaving blank what one cannot judge weighs for nobody. Ratings of options or criteria not given are ignored.
 */
export function weightedTotals(
  criteria: readonly CriterionWeight[],
  optionIds: readonly string[],
  scores: readonly GivenScore[],
): Totals {
  const shares = sharesOf(criteria);
  const ratings = groupRatings(scores);
  const results = criteria.map((criterion) => criterionResult(criterion, shares, optionIds, ratings));
  const participantIds = [...new Set(scores.map(({ participantId }) => participantId))];

  return {
    criteria: results,
    options: optionIds.map((optionId) => ({
      optionId,
      total: weightedMean(criteria, shares, (criterion) =>
        mean(ratings(criterion, optionId).map(({ value }) => value)),
      ),
      failedMustHaves: failedBy(optionId, criteria, results),
    })),
    members: participantIds.map((participantId) => ({
      participantId,
      totals: optionIds.map((optionId) => {
        const own = (criterionId: string) =>
          ratings(criterionId, optionId).find((score) => score.participantId === participantId)?.value ?? null;
        return {
          optionId,
          total: weightedMean(criteria, shares, own),
          missing: criteria.filter(({ id }) => own(id) === null).length,
        };
      }),
    })),
  };
}

/** 0 or 1 between highest and lowest is agreement, 2 some difference, 3 or 4 a strong one. */
export function disagreementOf(values: readonly number[]): Disagreement {
  if (values.length < 2) return { spread: null, level: null };
  const spread = Math.max(...values) - Math.min(...values);
  return { spread, level: spread < 2 ? "agreed" : spread < 3 ? "some" : "strongly" };
}

type Ratings = (criterionId: string, optionId: string) => readonly GivenScore[];

function sharesOf(criteria: readonly CriterionWeight[]): ReadonlyMap<string, number> {
  const points = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(criteria.map(({ id, weight }) => [id, points > 0 ? weight / points : 1 / criteria.length]));
}

function groupRatings(scores: readonly GivenScore[]): Ratings {
  const groups = groupBy(scores, ({ criterionId, optionId }) => `${criterionId} ${optionId}`);
  return (criterionId, optionId) => groups.get(`${criterionId} ${optionId}`) ?? [];
}

function criterionResult(
  { id }: CriterionWeight,
  shares: ReadonlyMap<string, number>,
  optionIds: readonly string[],
  ratings: Ratings,
): CriterionResult {
  const options = optionIds.map((optionId) => {
    const values = ratings(id, optionId).map(({ value }) => value);
    return { optionId, mean: mean(values), ratings: values.length, ...disagreementOf(values) };
  });
  const [{ spread, level } = { spread: null, level: null }] = [...options].sort(
    (left, right) => (right.spread ?? -1) - (left.spread ?? -1),
  );
  return { criterionId: id, share: shares.get(id) ?? 0, options, disagreement: { spread, level } };
}

function failedBy(
  optionId: string,
  criteria: readonly CriterionWeight[],
  results: readonly CriterionResult[],
): string[] {
  const mustHaves = new Set(criteria.filter(({ mustHave }) => mustHave).map(({ id }) => id));
  return results
    .filter(({ criterionId, options }) => {
      const found = options.find((option) => option.optionId === optionId)?.mean ?? null;
      return mustHaves.has(criterionId) && found !== null && found < mustHaveFloor;
    })
    .map(({ criterionId }) => criterionId);
}

function weightedMean(
  criteria: readonly CriterionWeight[],
  shares: ReadonlyMap<string, number>,
  ratingOf: (criterionId: string) => number | null,
): number | null {
  if (criteria.length === 0) return null;
  let total = 0;
  for (const { id } of criteria) {
    const share = shares.get(id) ?? 0;
    if (share === 0) continue;
    const value = ratingOf(id);
    if (value === null) return null;
    total += share * value;
  }
  return total;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
