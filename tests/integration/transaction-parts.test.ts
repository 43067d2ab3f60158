import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sent, type Tx, withinPart } from "@/server/domain/_kernel";
import { useDatabase } from "../support/database";
import { fails, loseConnection, useSentStep } from "../support/sent-step";

useDatabase({ DATABASE_POOL: "2" });

const { made, within, rename, titleNow, othersGoOn } = useSentStep();

describe("a part of a transaction", () => {
  const kept = (work: (tx: Tx) => Promise<unknown>) =>
    within(async (tx) => {
      await rename(tx, "Kept");
      return work(tx);
    });

  test("is in with the rest", async () => {
    const said = await kept((tx) =>
      withinPart(tx, async (part) => {
        await rename(part, "The part's");
        return "done";
      }),
    );
    expect([said, await titleNow()]).toEqual(["done", "The part's"]);
  });

  test.each<[string, (part: Tx) => Promise<unknown>, object]>([
    ["a statement fails", fails, { cause: { code: "22012" } }],
    ["it was sent without waiting for it", async (part) => sent(part, fails(part)), { code: "22012" }],
    ["it failed before it left this process", async (part) => sent(part, Promise.reject(new Error("no value"))), {}],
    ["it fails by itself", () => Promise.reject(new Error("given up")), { message: "given up" }],
  ])("is undone when %s, says why, and the rest goes on", async (_, failing, why) => {
    let reason: unknown;
    await kept(async (tx) => {
      const part = withinPart(tx, async (inner) => {
        await rename(inner, "Never");
        await failing(inner);
        sent(inner, rename(inner, "Nor this"));
      });
      reason = await part.catch((caught: unknown) => caught);
      sent(tx, tx.execute(sql`update step set title = title || '!' where id = ${made().stepId}`));
    });
    expect(reason).toMatchObject(why);
    expect(await titleNow()).toBe("Kept!");
  });

  test("within another may fail alone", async () => {
    await kept((tx) =>
      withinPart(tx, async (outer) => {
        await withinPart(outer, fails).catch(() => {});
        await rename(outer, "The outer's");
      }),
    );
    expect(await titleNow()).toBe("The outer's");
  });

  test("cannot make good what failed before it", async () => {
    const asked = kept(async (tx) => {
      sent(tx, fails(tx));
      await withinPart(tx, (part) => rename(part, "Never")).catch(() => {});
    });
    await expect(asked).rejects.toMatchObject({ cause: { code: "22012" } });
    expect(await titleNow()).toBe("Send it");
  });

  test("takes the whole with it when the connection is lost", async () => {
    const asked = kept(async (tx) => {
      await withinPart(tx, (part) => loseConnection(part)).catch(() => {});
      await withinPart(tx, (part) => rename(part, "Never")).catch(() => {});
    });
    await expect(asked).rejects.toThrow();
    expect(await titleNow()).toBe("Send it");
    await othersGoOn();
  });
});
