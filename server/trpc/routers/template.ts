import { listTemplates } from "@/server/domain/template";
import { router } from "../init";
import { query } from "../procedures";

export const templateRouter = router({ list: query(listTemplates) });
