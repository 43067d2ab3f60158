import {
  previewInvitation,
  previewSignIn,
  previewStepLink,
  previewUnsubscribe,
  readPreferences,
  requestFreshInvitation,
  requestSignIn,
  setPreferences,
  unsubscribe,
} from "@/server/domain/access";
import { previewAccessRequest } from "@/server/domain/access-request";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const accessRouter = router({
  requestSignIn: mutation(requestSignIn),
  previewSignIn: query(previewSignIn),
  previewInvitation: query(previewInvitation),
  requestFreshInvitation: mutation(requestFreshInvitation),
  previewAccessRequest: query(previewAccessRequest),
  previewStepLink: query(previewStepLink),
  readPreferences: query(readPreferences),
  setPreferences: mutation(setPreferences),
  previewUnsubscribe: query(previewUnsubscribe),
  unsubscribe: mutation(unsubscribe),
});
