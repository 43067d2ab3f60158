import { mailNotifications } from "../domain/notification";
import { job, nothing } from "./job";

export const mailNotificationsJob = job({
  id: "notification.mail",
  payload: nothing,
  handle: (_, { signal }) => mailNotifications(signal),
});
