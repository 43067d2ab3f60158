import { z } from "zod";
import { Id } from "../_kernel/fields";

export const StandingRef = z.object({ workspaceId: Id });

export const BouncedAddress = z.object({
  email: z.string(),
  name: z.string().nullable(),
  /** Where it can be corrected; null for a member of the workspace itself. */
  place: z.object({ planId: Id, planTitle: z.string(), participantId: Id }).nullable(),
});
export type BouncedAddress = z.infer<typeof BouncedAddress>;

/** How a workspace's mail fares. */
export const MailStanding = z.object({
  /** With the figures of the week that it was paused for. */
  paused: z
    .object({
      at: z.date(),
      sent: z.number().int(),
      bounced: z.number().int(),
      complained: z.number().int(),
    })
    .nullable(),
  addresses: z.array(BouncedAddress),
});
export type MailStanding = z.infer<typeof MailStanding>;

/** The addresses that were on the screen: who hasn't seen the latest looks again first. */
export const ResumeMail = StandingRef.extend({ seen: z.array(z.string().max(320)).max(1000) });
