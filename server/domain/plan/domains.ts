import { and, eq, sql } from "drizzle-orm";
import { plan, workspace } from "@/db/schema";
import { type PlanActor, refused, type Tx, verb } from "../_kernel";
import { readDomain } from "../access";
import { DomainOfPlan, MOST_DOMAINS, PlanHead } from "./schemas";

/** From now on the customer's people are invited at this domain, and at the others that were named, only. Who is in stays in. */
export const allowDomain = verb({
  name: "plan.allow_domain",
  scope: "plan",
  kind: "mutation",
  input: DomainOfPlan,
  output: PlanHead,
  may: "participant.manage",
  async act({ tx, actor, input, record }) {
    const domain = readDomain(input.domain);
    if (!domain) throw refused("invalid", { fields: { domain: "not_a_domain" } });
    const head = await lockHead(tx, actor);
    if (head.allowedDomains.includes(domain)) return head;
    if (head.allowedDomains.length >= MOST_DOMAINS) throw refused("invalid", { fields: { domain: "too_many" } });
    await record("plan.domain_allowed", {
      subject: { type: "plan", id: head.id },
      after: { title: head.title, domain },
    });
    return save(tx, head, [...head.allowedDomains, domain].sort());
  },
});

/** Takes a domain off the list. Without any on it, every address can be invited. */
export const withdrawDomain = verb({
  name: "plan.withdraw_domain",
  scope: "plan",
  kind: "mutation",
  input: DomainOfPlan,
  output: PlanHead,
  may: "participant.manage",
  async act({ tx, actor, input: { domain }, record }) {
    const head = await lockHead(tx, actor);
    if (!head.allowedDomains.includes(domain)) return head;
    await record("plan.domain_withdrawn", {
      subject: { type: "plan", id: head.id },
      after: { title: head.title, domain },
    });
    return save(
      tx,
      head,
      head.allowedDomains.filter((known) => known !== domain),
    );
  },
});

type Head = typeof plan.$inferSelect & { supplierName: string };

async function lockHead(tx: Tx, { workspaceId, planId }: PlanActor): Promise<Head> {
  const [row] = await tx
    .select()
    .from(plan)
    .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId)))
    .for("no key update");
  const [supplier] = await tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, workspaceId));
  if (!row || !supplier) throw refused("not_found");
  return { ...row, supplierName: supplier.name };
}

async function save(tx: Tx, { workspaceId, id, supplierName }: Head, allowedDomains: string[]): Promise<Head> {
  const [saved] = await tx
    .update(plan)
    .set({ allowedDomains, version: sql`${plan.version} + 1` })
    .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, id)))
    .returning();
  if (!saved) throw refused("not_found");
  return { ...saved, supplierName };
}
