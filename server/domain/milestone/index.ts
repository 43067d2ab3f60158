export { addMilestone, moveMilestone } from "./add";
export { editMilestone, removeMilestone } from "./edit";
export { lockMilestone } from "./lock";
