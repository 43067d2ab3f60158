import { addMilestone, editMilestone, moveMilestone, removeMilestone } from "@/server/domain/milestone";
import { router } from "../init";
import { mutation } from "../procedures";

export const milestoneRouter = router({
  add: mutation(addMilestone),
  edit: mutation(editMilestone),
  move: mutation(moveMilestone),
  remove: mutation(removeMilestone),
});
