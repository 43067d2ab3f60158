import { z } from "zod";

export const MailUrl = z.url({ protocol: /^https?$/ });
export const SixDigits = z.string().regex(/^\d{6}$/);
export const PlainDate = z.iso.date();
