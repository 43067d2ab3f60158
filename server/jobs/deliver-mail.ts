import { deliverDueMail } from "../mail/deliver";
import { job, nothing } from "./job";

export const deliverMail = job({
  id: "mail.deliver",
  payload: nothing,
  handle: (_, { signal }) => deliverDueMail(signal),
});
