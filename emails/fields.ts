import { z } from "zod";
import { shortened } from "./shortened";

export const MailUrl = z.url({ protocol: /^https?$/ });
/** A title or a name among others. The whole of it is where its link leads. */
export const Short = z.string().transform((text) => shortened(text, 100));
export const ShortReason = z.string().transform((text) => shortened(text, 200));
export const SixDigits = z.string().regex(/^\d{6}$/);
export const PlainDate = z.iso.date();
