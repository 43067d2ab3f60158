import { listEvents } from "@/server/domain/activity";
import { router } from "../init";
import { query } from "../procedures";

export const activityRouter = router({ list: query(listEvents) });
