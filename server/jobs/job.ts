import { z } from "zod";
import type { JobName } from "../domain/_kernel/queue";

/** `signal` fires when the worker is told to stop: a handler ends at its next good place, and what is left is done by another. */
export type JobScene = { signal: AbortSignal };

export type Job = {
  id: JobName;
  perform: (payload: unknown, scene: JobScene) => Promise<void>;
};

type JobDefinition<P extends z.ZodType> = {
  id: JobName;
  payload: P;
  handle: (payload: z.output<P>, scene: JobScene) => Promise<unknown>;
};

/** A job may run more than once: its handler has to be idempotent. */
export function job<P extends z.ZodType>({ id, payload, handle }: JobDefinition<P>): Job {
  return {
    id,
    perform: async (given, scene) => {
      await handle(payload.parse(given ?? {}), scene);
    },
  };
}

export const nothing = z.object({});
