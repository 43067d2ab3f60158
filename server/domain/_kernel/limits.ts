import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { serviceDatabase } from "@/db/client";
import { rateLimit } from "@/db/schema";
import { refused } from "./refusal";

/** What may be done how often: points in so many seconds, counted in PostgreSQL for all processes together. */
const allowances = {
  "sign-in.address": { points: 5, duration: 15 * 60 },
  "sign-in.ip": { points: 60, duration: 15 * 60 },
  "code.address": { points: 10, duration: 15 * 60 },
  "invite.plan": { points: 60, duration: 60 * 60 },
  "invite.workspace": { points: 60, duration: 60 * 60 },
  "fresh.invitation": { points: 3, duration: 60 * 60 },
  "invitation.code": { points: 5, duration: 60 * 60 },
  "invitation.digits": { points: 15, duration: 60 * 60 },
  "step.code": { points: 5, duration: 60 * 60 },
  "step.digits": { points: 15, duration: 60 * 60 },
  "request.ip": { points: 60, duration: 60 * 60 },
  "request.invitation": { points: 5, duration: 24 * 60 * 60 },
  "request.plan": { points: 20, duration: 24 * 60 * 60 },
  "feed.read": { points: 60, duration: 10 * 60 },
  "retry.address": { points: 2, duration: 7 * 24 * 60 * 60 },
  "mail.resume": { points: 2, duration: 24 * 60 * 60 },
  "workspace.person": { points: 20, duration: 24 * 60 * 60 },
} as const;
export type Allowance = keyof typeof allowances;

const limiters = new Map<Allowance, RateLimiterDrizzle>();

/** Takes one point. @throws Refusal `too_many` with the seconds until the next try. */
export async function takePoint(allowance: Allowance, of: string): Promise<void> {
  try {
    await limiter(allowance).consume(of);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw refused("too_many", { seconds: Math.ceil(reason.msBeforeNext / 1000) });
    throw reason;
  }
}

function limiter(allowance: Allowance) {
  const known = limiters.get(allowance);
  if (known) return known;
  const made = new RateLimiterDrizzle({
    storeClient: serviceDatabase(),
    schema: rateLimit,
    keyPrefix: allowance,
    ...allowances[allowance],
  });
  limiters.set(allowance, made);
  return made;
}
