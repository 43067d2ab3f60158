import { z } from "zod";

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One plain mailbox address, in lower case. Quoted local parts, lists, comments, look-alikes of the at sign and line breaks
 * are refused rather than mended: what reads in two ways could be sent to somebody else than was meant.
 */
export function readEmailAddress(typed: string): string | null {
  if (/[^\x20-\x7e]/.test(typed)) return null;
  const address = typed.trim().toLowerCase();
  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || local.length > 64 || address.length > 254) return null;
  return LOCAL.test(local) && DOMAIN.test(domain) ? address : null;
}

export const EmailAddress = z.string().transform((typed, context) => {
  const address = readEmailAddress(typed);
  if (address) return address;
  context.addIssue({ code: "custom", message: "not_an_address" });
  return z.NEVER;
});
