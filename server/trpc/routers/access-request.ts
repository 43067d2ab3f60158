import { answerAccessRequest, listAccessRequests } from "@/server/domain/access-request";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const accessRequestRouter = router({
  list: query(listAccessRequests),
  answer: mutation(answerAccessRequest),
});
