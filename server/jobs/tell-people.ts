import { tellPeople } from "../domain/notification";
import { job, nothing } from "./job";

export const tellPeopleJob = job({
  id: "notification.tell",
  payload: nothing,
  handle: (_, { signal }) => tellPeople(signal),
});
