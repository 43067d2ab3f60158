import { expect, test } from "vitest";
import { gapsOf } from "@/app/plans/[plan]/people/_components/coverage";
import type { BuyingRole } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { notInvited } from "../support/not-invited";

const now = new Date("2026-11-23T10:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

function buyer(buyingRole: BuyingRole | null, changes: Partial<Participant> = {}): Participant {
  const name = changes.name === undefined ? `Somebody for ${buyingRole}` : changes.name;
  return {
    id: `${buyingRole}-${name}`,
    side: "buyer",
    role: "contributor",
    name,
    email: name && `${buyingRole}@northwind.example`,
    title: null,
    buyingRole,
    sellerRole: null,
    influence: null,
    win: null,
    concern: null,
    status: "joined",
    ...notInvited,
    joinedAt: daysAgo(30),
    lastSeenAt: daysAgo(1),
    isHere: false,
    version: 1,
    ...changes,
  };
}

const usual: BuyingRole[] = [
  "economic_buyer",
  "champion",
  "user",
  "technical",
  "security",
  "legal",
  "procurement",
  "finance",
];
const everybody = usual.map((role) => buyer(role));

test("a committee with somebody active in each usual role lacks nothing", () => {
  expect(gapsOf(everybody, now)).toEqual([]);
});

test("one active buyer is a gap even when every role is named", () => {
  const asleep = everybody.map((person) =>
    person.buyingRole === "champion" ? person : { ...person, status: "invited" as const, lastSeenAt: null },
  );
  const [first] = gapsOf(asleep, now);
  expect(first).toMatchObject({ kind: "activity", active: { buyingRole: "champion" } });
});

test("an open role counts as nobody, and says which place to fill", () => {
  const open = buyer("legal", { name: null, status: "not_invited", lastSeenAt: null });
  const without = everybody.filter(({ buyingRole }) => buyingRole !== "legal");
  expect(gapsOf([...without, open], now)).toEqual([{ kind: "role", role: "legal", place: open }]);
  expect(gapsOf(without, now)).toEqual([{ kind: "role", role: "legal", place: null }]);
});

test("an economic buyer who is named but has not joined is not settled", () => {
  const invited = buyer("economic_buyer", { status: "invited", lastSeenAt: null });
  const rest = everybody.filter(({ buyingRole }) => buyingRole !== "economic_buyer");
  expect(gapsOf([invited, ...rest], now)).toEqual([{ kind: "notJoined", person: invited, role: "economic_buyer" }]);
});

test("somebody who joined and has been quiet for over two weeks is told", () => {
  const quiet = buyer("finance", { lastSeenAt: daysAgo(15) });
  const rest = everybody.filter(({ buyingRole }) => buyingRole !== "finance");
  expect(gapsOf([...rest, quiet], now)).toEqual([{ kind: "quiet", person: quiet }]);
});
