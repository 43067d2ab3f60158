import type { z } from "zod";
import { todayIn, verb } from "../../_kernel";
import { morningZone } from "../../calendar";
import { mostReminders } from "../../reminder";
import { emailOf } from "../find-invitation";
import { StepLink, StepLinkPreview } from "../schemas";
import { veiled } from "../veiled";
import { colleaguesOf, findStep, openTitles } from "./find";

/** What the page behind a mail's link shows. Looking changes nothing and uses nothing up. */
export const previewStepLink = verb({
  name: "access.preview_step_link",
  scope: "visitor",
  kind: "query",
  input: StepLink,
  output: StepLinkPreview,
  may: "access.enter",
  async act({ tx, input, caller, now }): Promise<z.input<typeof StepLinkPreview>> {
    const found = await findStep(tx, input.token, caller, now);
    if (!found) return { state: "gone" };
    const { step, name, use, personId, link, isKnown } = found;
    if (caller.personId && caller.personId !== personId) {
      return { state: "other_person", name, signedInAs: (await emailOf(tx, caller.personId)) ?? "" };
    }

    const of = {
      title: step.title,
      planTitle: found.planTitle,
      planId: step.planId,
      workspaceName: found.workspaceName,
    };
    if (use) return { ...of, state: "used", ...use };
    if (link.act !== "comment") {
      if (step.status === "done" || step.status === "dropped") return { ...of, state: step.status };
      if (!found.isTheirs && !isKnown && step.zone !== "shared") return { state: "gone" };
      if (!found.isTheirs) return { ...of, state: "not_yours", ownerName: found.ownerName };
    }
    if (link.act === "later" && (found.remindersSent ?? 0) >= mostReminders) return { ...of, state: "most_reminders" };
    const finishes = link.act === "done" || link.act === "answer" || link.act === "decide";
    const openPredecessors = finishes ? await openTitles(tx, step) : [];
    return {
      ...of,
      state: openPredecessors.length > 0 ? "waits" : "open",
      act: link.act,
      zone: step.zone,
      name,
      dueOn: step.dueOn,
      today: todayIn(morningZone(found.ownTimeZone, found.email, found), now),
      openPredecessors: isKnown ? openPredecessors : [],
      openCount: openPredecessors.length,
      colleagues: link.act === "not_mine" ? await colleaguesOf(tx, found) : [],
      codeGoesTo: link.act === "decide" && caller.personId === null ? veiled(found.email) : null,
    };
  },
});
