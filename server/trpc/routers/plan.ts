import {
  allowDomain,
  createPlan,
  editPlan,
  listPlans,
  previewPlan,
  readPlan,
  withdrawDomain,
} from "@/server/domain/plan";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const planRouter = router({
  read: query(readPlan),
  preview: query(previewPlan),
  create: mutation(createPlan),
  edit: mutation(editPlan),
  allowDomain: mutation(allowDomain),
  withdrawDomain: mutation(withdrawDomain),
  list: query(listPlans),
});
