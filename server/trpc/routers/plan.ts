import { createPlan, editPlan, listPlans, previewPlan, readPlan } from "@/server/domain/plan";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const planRouter = router({
  read: query(readPlan),
  preview: query(previewPlan),
  create: mutation(createPlan),
  edit: mutation(editPlan),
  list: query(listPlans),
});
