import { addComment, listComments, removeComment, restoreComment } from "@/server/domain/comment";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const commentRouter = router({
  list: query(listComments),
  add: mutation(addComment),
  remove: mutation(removeComment),
  restore: mutation(restoreComment),
});
