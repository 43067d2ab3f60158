import {
  completeFromLink,
  previewInvitation,
  previewSignIn,
  previewStepLink,
  readPreferences,
  requestFreshInvitation,
  requestSignIn,
  setPreferences,
} from "@/server/domain/access";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const accessRouter = router({
  requestSignIn: mutation(requestSignIn),
  previewSignIn: query(previewSignIn),
  previewInvitation: query(previewInvitation),
  requestFreshInvitation: mutation(requestFreshInvitation),
  previewStepLink: query(previewStepLink),
  completeFromLink: mutation(completeFromLink),
  readPreferences: query(readPreferences),
  setPreferences: mutation(setPreferences),
});
