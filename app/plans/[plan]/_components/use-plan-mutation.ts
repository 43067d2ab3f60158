"use client";

import { hashKey, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { RefusalShape } from "@/server/trpc/init";
import { pendingActs, type Resolution } from "./pending-acts";
import { usePlanId } from "./use-plan";

/** Refusals that ask something: the notice beside the thing does so, and a passing message would only repeat it. */
const asks: readonly RefusalShape["code"][] = ["conflict", "waits"];

type Sent = { planId: string; mutationId?: string };
type Wanted<Input> = Omit<Input, "planId" | "mutationId">;

export type PlanMutation<Input extends Sent, Output, Shown> = {
  /** `client.step.edit.mutate` of `useTRPCClient()`. */
  send: (input: Input) => Promise<Output>;
  /** The query that shows the outcome; the plan itself unless said otherwise. */
  queryKey?: QueryKey;
  /** What the act is about: carries the unsaved mark, the refusal and the conflict. */
  subjectOf: (input: Wanted<Input>) => string;
  /** How it looks until the server has answered; must not change what it is given. */
  draw?: (shown: Shown, input: Wanted<Input>) => Shown;
  /** Takes the answer over into the query; a row of a newer version that is already there stays. */
  keep?: (said: Shown, output: Output) => Shown;
  /** Refusals that the caller tells by itself. */
  tells?: readonly RefusalShape["code"][];
};

export type Outcome<Output> = { ok: true; output: Output } | { ok: false; refusal: RefusalShape };

/**
 * An act on the plan that shows within a frame. It is drawn over the query until the server has answered, so others' changes
 * may arrive meanwhile and neither hides the other; a refusal takes only the drawing away and says why. Acts on one plan are sent
 * in the order in which they were done, and one that got no answer is sent again under the same id.
 */
export function usePlanMutation<Input extends Sent, Output, Shown>(mutation: PlanMutation<Input, Output, Shown>) {
  const planId = usePlanId();
  const api = useTRPC();
  const queries = useQueryClient();
  const words = useRefusalWords();
  const current = useRef(mutation);
  current.current = mutation;
  const wordsNow = useRef(words);
  wordsNow.current = words;

  return useCallback(
    async function act(wanted: Wanted<Input>, id: string = crypto.randomUUID()): Promise<Outcome<Output>> {
      const { send, subjectOf, draw, keep, tells = [] } = current.current;
      const queryKey = current.current.queryKey ?? api.plan.read.queryKey({ planId });
      const subjectId = subjectOf(wanted);
      pendingActs.settle(subjectId);
      pendingActs.begin({
        id,
        queryHash: hashKey(queryKey),
        subjectId,
        draw: (shown) => (draw ? draw(shown as Shown, wanted) : shown),
      });
      try {
        const output = await queries
          .getMutationCache()
          .build(queries, { mutationFn: send, scope: { id: `plan:${planId}` } })
          .execute({ ...wanted, planId, mutationId: id } as Input);
        // An answer to a question asked before this act was in would undo it on the screen. Taking the question back also takes
        // back what was drawn since, so that is held on to.
        const wasAsking = queries.isFetching({ queryKey, exact: true }) > 0;
        const said = queries.getQueryData<Shown>(queryKey);
        if (wasAsking) await queries.cancelQueries({ queryKey, exact: true });
        if (keep && said !== undefined) queries.setQueryData<Shown>(queryKey, keep(said, output));
        if (!keep) await queries.invalidateQueries({ queryKey });
        pendingActs.end(id);
        if (keep && wasAsking) void queries.invalidateQueries({ queryKey });
        return { ok: true, output };
      } catch (reason) {
        pendingActs.end(id);
        const refusal = refusalOf(reason);
        if (refusal.code === "conflict" || refusal.code === "not_found") void queries.invalidateQueries({ queryKey });
        if (!tells.includes(refusal.code)) {
          const isSameAct = refusal.code === "unexpected";
          pendingActs.meet({
            subjectId,
            refusal,
            again: (resolution) => void act(decided(wanted, resolution), isSameAct ? id : undefined),
          });
          if (!asks.includes(refusal.code)) toast.failed(wordsNow.current(refusal), { id: subjectId });
        }
        return { ok: false, refusal };
      }
    },
    [planId, api, queries],
  );
}

/** What was wanted, as the person decided: where others were quicker, the base is theirs; of the rest it stays as it was. */
function decided<Given extends object>(wanted: Given, { base, ...rest }: Resolution = {}): Given {
  if (!base) return { ...wanted, ...rest };
  const was = (wanted as { base?: Record<string, unknown> }).base;
  return { ...wanted, ...rest, base: { ...was, ...base } };
}

/** Puts a changed row in its place, unless the list already holds a newer version of it; a new row goes to the end. */
export function withRow<Row extends { id: string; version: number }>(rows: readonly Row[], row: Row): Row[] {
  if (!rows.some(({ id }) => id === row.id)) return [...rows, row];
  return rows.map((was) => (was.id === row.id && was.version <= row.version ? row : was));
}
