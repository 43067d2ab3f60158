import { tickDigests } from "../domain/notification";
import { job, nothing } from "./job";

export const tickDigestsJob = job({
  id: "digest.tick",
  payload: nothing,
  handle: (_, { signal }) => tickDigests(signal),
});
