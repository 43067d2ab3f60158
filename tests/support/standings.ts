import type { Caller } from "@/server/domain/_kernel";
import type { Standing } from "@/server/domain/_kernel/permissions";
import {
  aMember,
  aParticipant,
  aPerson,
  aPlan,
  aWorkspace,
  type TestMember,
  type TestParticipant,
  type TestPlan,
  type TestWorkspace,
} from "./factory";

export type Everyone = {
  workspace: TestWorkspace;
  plan: TestPlan;
  members: Record<"owner" | "admin" | "member", TestMember>;
  seller: Record<"owner" | "editor" | "viewer", TestParticipant>;
  buyer: Record<"lead" | "contributor" | "viewer", TestParticipant>;
  /** One caller for each column of the permission table. The workspace's own are on no plan as participants. */
  callers: Record<Standing, Caller>;
};

/** A plan in a fresh tenant, or in the given one, and somebody in each standing there is. */
export async function aPlanWithEveryone(tenant?: TestWorkspace): Promise<Everyone> {
  const workspace = tenant ?? (await aWorkspace());
  const plan = await aPlan({ workspace });
  const members = {
    owner: workspace.owner,
    admin: await aMember(workspace.workspaceId, { role: "admin" }),
    member: await aMember(workspace.workspaceId, { role: "member" }),
  };
  const seller = {
    owner: await aParticipant(plan, { side: "seller", role: "owner" }),
    editor: await aParticipant(plan, { side: "seller", role: "editor" }),
    viewer: await aParticipant(plan, { side: "seller", role: "viewer" }),
  };
  const buyer = {
    lead: await aParticipant(plan, { side: "buyer", role: "lead", buyingRole: "champion" }),
    contributor: await aParticipant(plan, { side: "buyer", role: "contributor", buyingRole: "security" }),
    viewer: await aParticipant(plan, { side: "buyer", role: "viewer" }),
  };
  const of = ({ personId }: { personId: string }): Caller => ({ personId });
  return {
    workspace,
    plan,
    members,
    seller,
    buyer,
    callers: {
      visitor: { personId: null, ip: "192.0.2.1" },
      person: of(await aPerson()),
      "workspace.owner": of(members.owner),
      "workspace.admin": of(members.admin),
      "workspace.member": of(members.member),
      "seller.owner": of(seller.owner),
      "seller.editor": of(seller.editor),
      "seller.viewer": of(seller.viewer),
      "buyer.lead": of(buyer.lead),
      "buyer.contributor": of(buyer.contributor),
      "buyer.viewer": of(buyer.viewer),
    },
  };
}
