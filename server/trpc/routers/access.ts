import { previewInvitation, previewSignIn, requestFreshInvitation, requestSignIn } from "@/server/domain/access";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const accessRouter = router({
  requestSignIn: mutation(requestSignIn),
  previewSignIn: query(previewSignIn),
  previewInvitation: query(previewInvitation),
  requestFreshInvitation: mutation(requestFreshInvitation),
});
