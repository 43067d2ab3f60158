import type { z } from "zod";
import type { LinkAct } from "@/db/vocabulary";
import {
  type Caller,
  type Claim,
  now as clockNow,
  proven,
  Refusal,
  refused,
  type Tx,
  type Verb,
  withinService,
} from "../../_kernel";
import { addComment } from "../../comment";
import { answerStep, completeStep, decideStep, passOnStep, snoozeStep } from "../../step";
import {
  AnswerFromLink,
  CommentFromLink,
  CompleteFromLink,
  DecideFromLink,
  Nothing,
  PassOnFromLink,
  SnoozeFromLink,
} from "../schemas";
import { isRightCode } from "./code";
import { colleaguesOf, type Found, findStep } from "./find";

type ByLink<I extends z.ZodType<{ token: string }>> = {
  name: string;
  act: LinkAct;
  input: I;
  /** What its page tells once the link is used up. */
  detail?: (tx: Tx, found: Found, input: z.output<I>) => Promise<string | null>;
  /** Asked for before it acts, in transactions of its own. */
  before?: (found: Found, input: z.output<I>, caller: Caller) => Promise<void>;
  perform: (by: Caller, step: { planId: string; stepId: string }, input: z.output<I>) => Promise<unknown>;
};

/**
 * A verb of a step's, done by whoever holds a mail's link, as the participant that the link names and without a session. All rules
 * of that verb hold; the link is used up by it, in its own transaction.
 */
function byLink<I extends z.ZodType<{ token: string }>>({ name, act, input, detail, before, perform }: ByLink<I>) {
  const about = { name, scope: "visitor", kind: "mutation", input, output: Nothing, may: "access.enter" } as const;
  const verb: Verb<"visitor", I, typeof Nothing> = {
    ...about,
    async run(asker: Caller | Claim, given: unknown) {
      const checked = input.safeParse(given);
      if (!checked.success) throw refused("invalid", { fields: fieldsOf(checked.error) });
      const wanted = checked.data;
      const caller = await proven(asker);
      // Closed before the step's own transaction opens: holding two connections at once could use up the pool.
      const { found, told } = await withinService(async (tx) => {
        const found = await findStep(tx, wanted.token, caller, clockNow());
        if (!found || found.link.act !== act) throw refused("not_found");
        mustBeTheirs(found, caller);
        return { found, told: (await detail?.(tx, found, wanted)) ?? null };
      });
      await before?.(found, wanted, caller);
      const { link, personId } = found;
      const by = { ...caller, personId, sessionId: null, link: { id: link.id, act, detail: told } };
      const done = perform(by, { planId: link.planId, stepId: link.stepId }, wanted);
      await (found.isKnown ? done : done.catch(withoutNames));
      return {};
    },
  };
  return verb;
}

function mustBeTheirs({ personId, use, link, isTheirs }: Found, caller: Caller) {
  if (caller.personId && caller.personId !== personId) throw refused("other_person");
  if (use) throw refused("link_used");
  if (!isTheirs && link.act !== "comment") throw refused("not_found");
}

/** Whose browser it is isn't known: what the step waits for is left out of the answer. */
function withoutNames(reason: unknown): never {
  throw reason instanceof Refusal && reason.code === "waits" ? refused("waits") : reason;
}

const fieldsOf = (error: z.ZodError) =>
  Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));

export const completeFromLink = byLink({
  name: "access.complete_from_link",
  act: "done",
  input: CompleteFromLink,
  perform: (by, step, { anyway }) => completeStep.run(by, { ...step, anyway }),
});

export const snoozeFromLink = byLink({
  name: "access.snooze_from_link",
  act: "later",
  input: SnoozeFromLink,
  detail: async (_, __, { until }) => until,
  perform: (by, step, { until }) => snoozeStep.run(by, { ...step, until }),
});

/** Gives the step to a colleague who has joined, or to nobody with a word for those who lead the plan. */
export const passOnFromLink = byLink({
  name: "access.pass_on_from_link",
  act: "not_mine",
  input: PassOnFromLink,
  async detail(tx, found, { ownerId }) {
    if (ownerId === null) return null;
    const chosen = (await colleaguesOf(tx, found)).find(({ participantId }) => participantId === ownerId);
    if (!chosen) throw refused("not_found");
    return chosen.name;
  },
  perform: (by, step, { ownerId, word }) => passOnStep.run(by, { ...step, ownerId, word }),
});

export const commentFromLink = byLink({
  name: "access.comment_from_link",
  act: "comment",
  input: CommentFromLink,
  perform: (by, step, { body }) => addComment.run(by, { ...step, body }),
});

export const answerFromLink = byLink({
  name: "access.answer_from_link",
  act: "answer",
  input: AnswerFromLink,
  perform: (by, step, { body, anyway }) => answerStep.run(by, { ...step, body, anyway }),
});

/** Approves or declines. Holding the link is not enough for it: the browser has to be the person's, or their mailbox be read. */
export const decideFromLink = byLink({
  name: "access.decide_from_link",
  act: "decide",
  input: DecideFromLink,
  detail: async (_, __, { decision }) => decision,
  async before(found, { code }, caller) {
    if (caller.personId === null) await isRightCode(found, code);
  },
  perform: (by, step, { decision, why, anyway }) => decideStep.run(by, { ...step, decision, why, anyway }),
});
