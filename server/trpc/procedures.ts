import { z } from "zod";
import type { Scope, Verb } from "@/server/domain/_kernel";
import { asTrpcError, procedure } from "./init";

/** The verb checks its input itself, once, and says what is wrong field by field: here it only gets its type. */
const typed =
  <I>() =>
  (given: unknown) =>
    given as I;

export const query = <S extends Scope, I extends z.ZodType, O extends z.ZodType>(verb: Verb<S, I, O>) =>
  procedure.input(typed<z.input<I>>()).query(async ({ ctx, input }): Promise<z.output<O>> => {
    try {
      return await verb.run(ctx.asker, input);
    } catch (reason) {
      throw asTrpcError(reason);
    }
  });

type WithMutationId = { mutationId?: string };
const MutationId = z.object({ mutationId: z.uuid().optional() });

/** A mutation carries its client's id, so that a retry after a lost answer is applied once. */
export const mutation = <S extends Scope, I extends z.ZodType, O extends z.ZodType>(verb: Verb<S, I, O>) =>
  procedure.input(typed<z.input<I> & WithMutationId>()).mutation(async ({ ctx, input }): Promise<z.output<O>> => {
    try {
      const given = MutationId.safeParse(input);
      return await verb.run(ctx.asker, input, given.success ? given.data.mutationId : undefined);
    } catch (reason) {
      throw asTrpcError(reason);
    }
  });
