import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { appTransaction, closeDatabase } from "@/db/client";
import { step } from "@/db/schema";
import { claimOf } from "@/server/auth/session";
import { enqueue, newId, sent, type Tx, withinService } from "@/server/domain/_kernel";
import { isAbsence } from "@/server/domain/_kernel/absence";
import { addComment, listComments } from "@/server/domain/comment";
import { readPlan } from "@/server/domain/plan";
import { editStep } from "@/server/domain/step";
import { signedIn } from "../support/api";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { fails, loseConnection, useSentStep } from "../support/sent-step";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase({ DATABASE_POOL: "2" });

const { made, within, rename, titleNow, othersGoOn } = useSentStep();
let everyone: Everyone;
let planId: string;
let stepId: string;
beforeEach(() => {
  ({ everyone, planId, stepId } = made());
});

const jobs = async (key: string) =>
  (await owner()`select count(*)::int as count from graphile_worker._private_jobs where key = ${key}`)[0]?.count;

describe("what is sent without waiting for it", () => {
  test("is done once, and is in when the transaction is", async () => {
    await within(async (tx) => sent(tx, tx.execute(sql`update step set title = title || '!' where id = ${stepId}`)));
    expect(await titleNow()).toBe("Send it!");
  });

  test("undoes all of it when it fails, and the transaction fails with its reason", async () => {
    const asked = within(async (tx) => {
      await rename(tx, "Never");
      sent(tx, fails(tx));
      sent(tx, rename(tx, "Nor this"));
      return "done";
    });
    await expect(asked).rejects.toMatchObject({ code: "22012" });
    expect(await titleNow()).toBe("Send it");
  });

  test("names the first failure, not what follows from it", async () => {
    const asked = within(async (tx) => {
      sent(tx, fails(tx));
      await rename(tx, "Never");
    });
    await expect(asked).rejects.toMatchObject({ code: "22012" });
  });

  test("counts in a service's transaction as well", async () => {
    const asked = withinService(async (tx) => sent(tx, fails(tx)));
    await expect(asked).rejects.toMatchObject({ code: "22012" });
  });

  test("counts though it failed before it left this process", async () => {
    const early = within(async (tx) => {
      await rename(tx, "Never");
      sent(tx, Promise.reject(new Error("no value for that")));
    });
    await expect(early).rejects.toThrow("no value for that");
    const outOfStep = within(async (tx) => {
      await rename(tx, "Never");
      for (const title of ["Nor this", undefined, "Nor that"]) sent(tx, rename(tx, title as string));
    });
    await expect(outOfStep).rejects.toThrow();
    expect(await titleNow()).toBe("Send it");
    await othersGoOn();
  });
});

describe("a statement never stands alone", () => {
  test("after its transaction is over", async () => {
    let kept: Tx | undefined;
    await within(async (tx) => {
      kept = tx;
    });
    await expect(kept?.select().from(step)).rejects.toMatchObject({ cause: { message: /has ended/ } });
  });

  test("after another branch of its transaction failed", async () => {
    let rest: Promise<unknown> | undefined;
    const asked = within(async (tx) => {
      rest = tx.execute(sql`select pg_sleep(0.2)`).then(() => enqueue(tx, "upkeep", { key: "stands alone" }));
      rest.catch(() => {});
      throw new Error("given up");
    });
    await expect(asked).rejects.toThrow("given up");
    await expect(rest).rejects.toMatchObject({ cause: { message: /has ended/ } });
  });

  test("when the server has forgotten what was prepared", async () => {
    await Promise.all([1, 2].map(() => within((tx) => rename(tx, "Send it"))));
    const asked = within(async (tx) => {
      await tx.execute(sql`deallocate all`);
      sent(tx, rename(tx, "Never"));
      sent(tx, enqueue(tx, "upkeep", { key: "stands alone" }));
    });
    await expect(asked).rejects.toMatchObject({ code: "26000" });
    expect(await titleNow()).toBe("Send it");
    expect(await jobs("stands alone")).toBe(0);
    await othersGoOn();
  });

  test("when its connection is lost, and others get a new one", async () => {
    const cut = within(async (tx) => {
      await rename(tx, "Never");
      await loseConnection(tx);
      for (;;) await rename(tx, "Nor this");
    });
    await expect(cut).rejects.toSatisfy(isAbsence);
    const cutWhileSending = within(async (tx) => {
      const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const many = Array.from({ length: 40 }, (_, n) =>
        tx.execute(sql`select ${n}::int + ${sql.raw(String(n))}, pg_sleep(0.05)`),
      );
      many.push(enqueue(tx, "upkeep", { key: "stands alone" }) as never);
      await Promise.all([...many, owner()`select pg_terminate_backend(${me?.pid ?? 0})`]);
    });
    await expect(cutWhileSending).rejects.toSatisfy(isAbsence);
    await othersGoOn();
    expect(await titleNow()).toBe("Send it");
    expect(await jobs("stands alone")).toBe(0);
  });
});

test("a connection lost while the commit is on its way is never called done", async () => {
  await owner().unsafe(`create or replace function be_slow() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return null; end $$;
    create constraint trigger slow_commit after update on step deferrable initially deferred for each row execute function be_slow()`);
  try {
    const asked = within(async (tx) => {
      const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      setTimeout(() => void owner()`select pg_terminate_backend(${me?.pid ?? 0})`.execute(), 300);
      sent(tx, rename(tx, "Never"));
      return "done";
    });
    await expect(asked).rejects.toThrow();
    expect(await titleNow()).toBe("Send it");
  } finally {
    await owner()`drop trigger slow_commit on step`;
  }
  await othersGoOn();
});

test("closing waits for what is under way", async () => {
  let isIn = () => {};
  const entered = new Promise<void>((resolve) => {
    isIn = resolve;
  });
  const asked = within(async (tx) => {
    isIn();
    await pause(300);
    await rename(tx, "Sent");
    return "done";
  });
  await entered;
  await closeDatabase();
  expect(await asked).toBe("done");
  expect(await titleNow()).toBe("Sent");
});

test("nothing is seen before a plan is entered, nor after", async () => {
  await within((tx) => rename(tx, "Sent"));
  for (let turn = 0; turn < 4; turn++) expect(await appTransaction((tx) => tx.select().from(step))).toEqual([]);
});

describe("a session that a verb looks up on its way in", () => {
  const asking = async (person: { personId: string }) => claimOf(new Headers({ cookie: await signedIn(person) }));
  const edit = (title: string, base: string) => ({ planId, stepId, set: { title }, base: { title: base } });

  test("acts as its person, in one plan or another's door", async () => {
    const claim = await asking(everyone.buyer.lead);
    await editStep.run(claim, edit("Sent", "Send it"), newId());
    expect((await readPlan.run(claim, { planId })).steps).toMatchObject([{ title: "Sent" }]);
    const [told] = await eventsOf(planId);
    expect(told?.kind).toBe("step.edited");
    const viewer = await asking(everyone.buyer.viewer);
    await expect(editStep.run(viewer, edit("Mine", "Sent"))).rejects.toMatchObject({ code: "not_allowed" });
    const stranger = await asking((await aPlanWithEveryone()).buyer.lead);
    await expect(editStep.run(stranger, edit("Mine", "Sent"))).rejects.toMatchObject({ code: "not_found" });
  });

  test("counts no more from the moment it is ended or over", async () => {
    const claim = await asking(everyone.buyer.lead);
    await readPlan.run(claim, { planId });
    await owner()`update session set expires = now() - interval '1 second' where user_id = ${everyone.buyer.lead.personId}`;
    await expect(readPlan.run(claim, { planId })).rejects.toMatchObject({ code: "not_signed_in" });
    const again = await asking(everyone.buyer.lead);
    await readPlan.run(again, { planId });
    await owner()`delete from session where user_id = ${everyone.buyer.lead.personId}`;
    await expect(readPlan.run(again, { planId })).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(editStep.run(again, edit("Mine", "Send it"))).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await titleNow()).toBe("Send it");
  });

  test("lives on when it is used", async () => {
    const { personId } = everyone.buyer.lead;
    const claim = await asking(everyone.buyer.lead);
    await owner()`update session set expires = now() + interval '10 days' where user_id = ${personId}`;
    await readPlan.run(claim, { planId });
    const left =
      await owner()`select expires > now() + interval '29 days' as is_long from session where user_id = ${personId}`;
    expect(left.filter((row) => row.is_long)).toHaveLength(1);
  });

  test("has done what it did once, and says so, where its session can't be prolonged", async () => {
    const claim = await asking(everyone.buyer.lead);
    await owner()`update session set expires = now() + interval '10 days'`;
    await owner().unsafe(`
      create function never() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '40001'; end $$;
      create trigger never before update on session for each row execute function never()`);
    await addComment.run(claim, { planId, stepId, body: "Sent on Monday" });
    await owner().unsafe("drop trigger never on session; drop function never()");
    expect(await listComments.run(everyone.buyer.lead, { planId, stepId })).toHaveLength(1);
  });
});
