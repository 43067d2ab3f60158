import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { mailPause, member, workspace } from "@/db/schema";
import { env } from "@/server/env";
import { become, queueMail, type Tx } from "../_kernel";
import { countsOfWeek } from "./count";
import { mustPause } from "./health-of-mail";

/** Pauses a workspace whose mails come back too often, and tells those who can do something about it, once. */
export async function pauseIfNeeded(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  const counts = await countsOfWeek(tx, workspaceId, now);
  if (!mustPause(counts)) return;
  const [paused] = await tx
    .insert(mailPause)
    .values({ workspaceId, pausedAt: now, ...counts })
    .onConflictDoNothing()
    .returning();
  if (!paused) return;

  await become(tx, { kind: "system", job: "mail.pause", workspaceId });
  const [home] = await tx.select().from(workspace).where(eq(workspace.id, workspaceId));
  const admins = await tx
    .select()
    .from(member)
    .where(
      and(
        eq(member.workspaceId, workspaceId),
        inArray(member.role, ["owner", "admin"]),
        isNotNull(member.joinedAt),
        isNull(member.removedAt),
      ),
    );
  if (!home) return;
  for (const admin of admins) {
    await queueMail(tx, {
      key: `mail-paused:${workspaceId}:${now.getTime()}:${admin.id}`,
      template: "mail-paused",
      to: admin.email,
      workspaceId,
      personId: admin.personId,
      fromName: "Throughline",
      props: { url: `${env.APP_URL}/w/${home.slug}/members`, name: admin.name, workspaceName: home.name, ...counts },
      now,
    });
  }
}
