import { and, eq, lt } from "drizzle-orm";
import postgres from "postgres";
import { at, now, withinSystem } from "@/server/domain/_kernel";
import { tellPeople } from "@/server/domain/notification";
import { readSelf } from "@/server/domain/person";
import { createWorkspace } from "@/server/domain/workspace";
import { env } from "@/server/env";
import { notification } from "../schema";
import { halfMadeDemo, makingId, noteWhole, takeAway } from "./half-made";
import { lookAroundAs } from "./look-around";
import { joinWorkspace, knowPerson } from "./people";
import { playStory } from "./play";
import { northwind } from "./stories/northwind";
import { brightwater, harbour, lindhaven, meridian } from "./stories/others";

// Any constant: two that seed at the same time take turns, so that neither takes the other's work for cut off.
const SEED_LOCK = 7_305_120;

/**
 * Makes the demo workspace: five plans in five states, with the past that brought them there. Nothing, when it is there already;
 * what an earlier try left that was cut off is made anew.
 */
export async function seed(): Promise<void> {
  const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
  try {
    await owner`select pg_advisory_lock(${SEED_LOCK})`;
    const halfMade = await halfMadeDemo();
    if (halfMade) await takeAway(owner, halfMade);
    await makeDemo(halfMade !== undefined);
  } finally {
    await owner.end({ timeout: 3 });
  }
}

async function makeDemo(isAnew: boolean): Promise<void> {
  const founded = new Date(now().getTime() - 120 * 86_400_000);
  const dana = await knowPerson(lookAroundAs.seller, "Dana Kim", "Account executive", "Europe/Amsterdam", founded);
  const self = await readSelf.run({ personId: dana }, {});
  if (self.workspaces.length > 0 && !isAnew) return;
  const { id: workspaceId } = await at(founded, () =>
    createWorkspace.run({ personId: dana }, { name: "Acme Scheduling", country: "NL" }, makingId),
  );
  const colleagues = [
    { email: "lena.marsh@acme.example", name: "Lena Marsh", title: "Commercial counsel", role: "member" as const },
    { email: "marek.novak@acme.example", name: "Marek Novák", title: "Solution engineer", role: "member" as const },
    { email: "ines.duarte@acme.example", name: "Inês Duarte", title: "Head of sales", role: "admin" as const },
  ];
  for (const colleague of colleagues) {
    const { email, name, title } = colleague;
    const personId = await knowPerson(email, name, title, "Europe/Amsterdam", founded);
    await joinWorkspace(workspaceId, { ...colleague, personId, at: founded });
  }
  for (const story of [meridian, brightwater, harbour, lindhaven, northwind]) {
    await playStory(story, workspaceId);
  }
  await tellPeople();
  await readTheOld(workspaceId);
  await noteWhole(dana);
}

/** Everybody has read what happened, but for the last week. */
async function readTheOld(workspaceId: string) {
  const lately = new Date(now().getTime() - 7 * 86_400_000);
  await withinSystem({ kind: "system", job: "seed", workspaceId }, (tx) =>
    tx
      .update(notification)
      .set({ readAt: lately })
      .where(and(eq(notification.workspaceId, workspaceId), lt(notification.createdAt, lately))),
  );
}
