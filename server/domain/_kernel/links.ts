import { z } from "zod";
import type { LinkAct, Zone } from "@/db/vocabulary";
import { env } from "@/server/env";
import { newId } from "./ids";
import { readSigned, sign } from "./signed";
import { readStepToken, type StepToken, stepToken } from "./step-token";

const DAY_SECONDS = 24 * 60 * 60;
/** For how long a link of a mail opens a page; what only ends mails ends with nothing. */
const LINK_DAYS = 30;

type StepOfOne = { workspaceId: string; planId: string; stepId: string; participantId: string };
type RequestToReader = { workspaceId: string; planId: string; requestId: string; email: string };
type PersonOfWorkspace = { workspaceId: string; personId: string };

/** To the page where one participant does one thing with one step, once and without signing in: says that it is done, if nothing else. */
export function stepLink(
  { workspaceId, planId, stepId, participantId, zone }: StepOfOne & { zone: Zone },
  now: Date,
  act: LinkAct = "done",
) {
  const exp = Math.floor(now.getTime() / 1000) + LINK_DAYS * DAY_SECONDS;
  const token = stepToken({ workspaceId, planId, stepId, participantId, zone, act, id: newId(), exp });
  return `${env.APP_URL}/step?token=${token}`;
}

/** To the page where a person chooses what this workspace's plans may mail them. */
export function preferencesLink({ workspaceId, personId }: PersonOfWorkspace, now: Date): string {
  const exp = Math.floor(now.getTime() / 1000) + LINK_DAYS * DAY_SECONDS;
  return `${env.APP_URL}/preferences?token=${sign("preferences", { w: workspaceId, person: personId, exp })}`;
}

/** Of digests one plan's, for whom it is the only one, or all of the workspace's. */
type MailsToEnd = { from: "reminders" | "notifications" | "digests" } | { from: "digest"; plan: string };

/** For the header `List-Unsubscribe`: a POST to it ends that kind of mail, after RFC 8058, however old the mail is. */
export const unsubscribeLink = ({ workspaceId, personId }: PersonOfWorkspace, mails: MailsToEnd) =>
  `${env.APP_URL}/api/access/unsubscribe?token=${sign("unsubscribe", { w: workspaceId, person: personId, ...mails })}`;

/** To the page where one who leads the plan answers a request for access: it shows the request, and lets nobody in by itself. */
export function requestLink({ workspaceId, planId, requestId, email }: RequestToReader, now: Date): string {
  const exp = Math.floor(now.getTime() / 1000) + LINK_DAYS * DAY_SECONDS;
  return `${env.APP_URL}/request?token=${sign("request", { w: workspaceId, p: planId, r: requestId, to: email, exp })}`;
}

const RequestPayload = z.object({ w: z.uuid(), p: z.uuid(), r: z.uuid(), to: z.string(), exp: z.number() });
// Links from before they ended have ended.
const PreferencePayload = z.object({ w: z.uuid(), person: z.uuid(), exp: z.number().default(0) });
const UnsubscribePayload = z
  .discriminatedUnion("from", [
    z.object({ from: z.enum(["reminders", "notifications", "digests"]) }),
    z.object({ from: z.literal("digest"), plan: z.uuid() }),
  ])
  .and(z.object({ w: z.uuid(), person: z.uuid() }));

export type StepLinkRead = Omit<StepToken, "exp">;

export function readStepLink(token: string, now: Date): StepLinkRead | null {
  const read = readStepToken(token);
  return read && read.exp * 1000 > now.getTime() ? read : null;
}

export function readPreferenceLink(token: string, now: Date): (PersonOfWorkspace & { isExpired: boolean }) | null {
  const read = PreferencePayload.safeParse(readSigned("preferences", token));
  if (!read.success) return null;
  const { w: workspaceId, person: personId, exp } = read.data;
  return { workspaceId, personId, isExpired: exp * 1000 <= now.getTime() };
}

const PreferencePayloadWithoutEnd = z.object({ w: z.uuid(), person: z.uuid(), exp: z.undefined().optional() });

/**
 * Mails once had their preferences' token, without an end, in their unsubscribe link, and beside it which mails are to end. Those are
 * pressed by mail programs still.
 * @returns the same as a token of today's, for one that ended mails then.
 */
export function renewedUnsubscribeToken(token: string, from: string | null, plan: string | null): string | null {
  const read = PreferencePayloadWithoutEnd.safeParse(readSigned("preferences", token));
  if (!read.success) return null;
  const of = { w: read.data.w, person: read.data.person };
  if (from === "notifications") return sign("unsubscribe", { ...of, from });
  if (from === "digest") return sign("unsubscribe", { ...of, from, plan: plan ?? "" });
  return sign("unsubscribe", { ...of, from: "reminders" });
}

export function readUnsubscribeLink(token: string): { of: PersonOfWorkspace; mails: MailsToEnd } | null {
  const read = UnsubscribePayload.safeParse(readSigned("unsubscribe", token));
  if (!read.success) return null;
  const { w: workspaceId, person: personId, ...mails } = read.data;
  return { of: { workspaceId, personId }, mails };
}

export function readRequestLink(token: string, now: Date): RequestToReader | null {
  const read = RequestPayload.safeParse(readSigned("request", token));
  if (!read.success || read.data.exp * 1000 <= now.getTime()) return null;
  const { w: workspaceId, p: planId, r: requestId, to: email } = read.data;
  return { workspaceId, planId, requestId, email };
}

/** For calendar programs: nothing but the feed's own row can end it. */
export const feedLink = (feedId: string) => `${env.APP_URL}/api/feeds/${sign("feed", { feed: feedId })}.ics`;

const FeedPayload = z.object({ feed: z.uuid() });

export function readFeedLink(token: string): string | null {
  const read = FeedPayload.safeParse(readSigned("feed", token));
  return read.success ? read.data.feed : null;
}
