import { beatPresence, leavePresence } from "@/server/domain/presence";
import { router } from "../init";
import { mutation } from "../procedures";

export const presenceRouter = router({ beat: mutation(beatPresence), leave: mutation(leavePresence) });
