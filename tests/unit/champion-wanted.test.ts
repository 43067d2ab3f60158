import { expect, test } from "vitest";
import { isChampionWanted } from "@/app/plans/[plan]/_overview/champion-wanted";
import type { ParticipantStatus, PlanRole, Side } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Me } from "@/server/domain/plan/schemas";
import { notInvited } from "../support/not-invited";

const person = (side: Side, status: ParticipantStatus): Participant => ({
  ...{ id: `${side}-${status}`, side, status, role: side === "buyer" ? "contributor" : "editor", version: 1 },
  ...{ name: null, email: null, title: null, buyingRole: null, sellerRole: null, influence: null, win: null },
  ...{ concern: null, joinedAt: null, lastSeenAt: null, ...notInvited, isHere: false },
});
const as = (side: Side, role: PlanRole): Me => ({ participantId: "me", side, role, name: "Dana Kim" });
const fresh = [person("seller", "joined"), person("buyer", "not_invited")];

test("a seller who may invite is asked to, until somebody of the customer has been", () => {
  expect(isChampionWanted({ me: as("seller", "owner"), participants: fresh })).toBe(true);
  expect(isChampionWanted({ me: as("seller", "editor"), participants: [] })).toBe(true);
  for (const status of ["invited", "opened", "joined", "bounced"] as const) {
    const participants = [...fresh, person("buyer", status)];
    expect(isChampionWanted({ me: as("seller", "owner"), participants }), status).toBe(false);
  }
});

test("nobody else is asked: a colleague being invited changes nothing, and neither a viewer nor a buyer can", () => {
  const participants = [...fresh, person("seller", "invited")];
  expect(isChampionWanted({ me: as("seller", "owner"), participants })).toBe(true);
  expect(isChampionWanted({ me: as("seller", "viewer"), participants })).toBe(false);
  expect(isChampionWanted({ me: as("buyer", "lead"), participants })).toBe(false);
});
