import { z } from "zod";
import {
  buyingJobs,
  buyingRoles,
  languages,
  planRoles,
  sides,
  stepKinds,
  stepStatuses,
  workspaceRoles,
  zones,
} from "@/db/vocabulary";

/** Text as people type it: trimmed, in Unicode's composed form, without NUL or half a character, which PostgreSQL can't keep. */
export const text = (max: number) =>
  z
    .string()
    .transform((typed) => typed.toWellFormed().normalize("NFC").replaceAll("\u0000", "").trim())
    .pipe(z.string().max(max, "too_long"));

export const line = (max = 200) =>
  text(max).pipe(
    z
      .string()
      .min(1, "required")
      .transform((typed) => typed.replace(/\s+/g, " ")),
  );

export const Id = z.uuid();
/** Within a century that holiday calendars know: a plan in the year 9999 is a slip of the keys. */
export const PlainDate = z.iso
  .date("not_a_date")
  .refine((date) => date >= "2000-01-01" && date <= "2100-12-31", "date_out_of_range");
export const Version = z.number().int().positive();
export const ZoneName = z.enum(zones);
export const SideName = z.enum(sides);
export const PlanRoleName = z.enum(planRoles);
export const WorkspaceRoleName = z.enum(workspaceRoles);
export const BuyingRoleName = z.enum(buyingRoles);
export const BuyingJobName = z.enum(buyingJobs);
export const StepKindName = z.enum(stepKinds);
export const StepStatusName = z.enum(stepStatuses);
export const LanguageName = z.enum(languages);
export const Country = z.string().regex(/^[A-Z]{2}$/, "not_a_country");
export const Currency = z.string().regex(/^[A-Z]{3}$/, "not_a_currency");

/** Between which neighbours a row is to stand; both empty means at the end. */
export const Place = z.object({ afterId: Id.nullable().optional(), beforeId: Id.nullable().optional() });
