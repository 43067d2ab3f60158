import { chaseInvitations } from "../domain/access";
import { job, nothing } from "./job";

export const chaseInvitationsJob = job({
  id: "invitation.chase",
  payload: nothing,
  handle: (_, { signal }) => chaseInvitations(signal),
});
