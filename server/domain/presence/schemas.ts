import { z } from "zod";
import { Id } from "../_kernel/fields";

/** The participants who are on the plan's pages right now. */
export const Here = z.object({ here: z.array(Id) });
