import type { LinkAct, PlanRole, Side, WorkspaceRole } from "@/db/vocabulary";
import type { Standing } from "./permissions";

/** Who is behind a request, as the transport found out: nobody, or a person by their session. */
export type Caller = {
  personId: string | null;
  sessionId?: string | null;
  ip?: string;
  device?: string;
  requestId?: string;
  /** The link of a mail by which they act, which is used up by it. `detail` is what its page tells afterwards. */
  link?: { id: string; act: LinkAct; detail?: string | null };
};

/**
 * A caller whose session is still to be looked up: in the verb's own transaction where that can be, which saves a round trip,
 * and by `prove` where it can't.
 */
export type Claim = Omit<Caller, "personId" | "sessionId"> & {
  /** The hash of the token that was brought. */
  session: string;
  /** A session that ends before this is to be prolonged, which proving it does. */
  prolongBefore: Date;
  prove: () => Promise<Caller>;
};

/** Who it is that asks, looked up if that is still to be done. */
export const proven = async (asker: Caller | Claim): Promise<Caller> => ("prove" in asker ? asker.prove() : asker);

export type VisitorActor = { kind: "visitor"; standing: Standing; ip: string };
export type PersonActor = { kind: "person"; standing: Standing; personId: string };
export type MemberActor = {
  kind: "member";
  standing: Standing;
  personId: string;
  workspaceId: string;
  memberId: string;
  role: WorkspaceRole;
  name: string;
};
export type PlanActor = {
  kind: "participant";
  standing: Standing;
  personId: string;
  workspaceId: string;
  planId: string;
  participantId: string | null;
  side: Side;
  role: PlanRole;
  name: string;
};
/** A job, or a visitor whose secret was proved, at work in one tenant. */
export type SystemActor = { kind: "system"; job: string; workspaceId: string; planId?: string; personId?: string };

export type Actor = VisitorActor | PersonActor | MemberActor | PlanActor | SystemActor;
