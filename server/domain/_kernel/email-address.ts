import { z } from "zod";

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME_IN_ANY_SCRIPT = /^[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}-]+$/u;

/** Why an address is refused: each is the key of a sentence under `errors`. */
export const emailAddressProblems = [
  "required",
  "one_address_only",
  "plain_address_only",
  "address_too_long",
  "not_an_address",
] as const;
export type EmailAddressProblem = (typeof emailAddressProblems)[number];

type Checked = { address: string; problem?: undefined } | { address?: undefined; problem: EmailAddressProblem };

/**
 * One plain mailbox address, in lower case, its domain in ASCII. Quoted local parts, lists, comments, look-alikes of the at sign
 * and line breaks are refused rather than mended: what reads in two ways could be sent to somebody else than was meant.
 */
export function checkEmailAddress(typed: string): Checked {
  if (/\p{C}/u.test(typed)) return { problem: "plain_address_only" };
  const composed = typed.trim().normalize("NFC");
  if (composed === "") return { problem: "required" };
  if (composed.normalize("NFKC") !== composed || /["()<>[\]\\:]/.test(composed))
    return { problem: "plain_address_only" };
  if (/[,;\s]/.test(composed) || composed.split("@").length > 2) return { problem: "one_address_only" };
  if (composed.length > 254) return { problem: "address_too_long" };

  const [local = "", name = ""] = composed.toLowerCase().split("@");
  const domain = asciiDomain(name);
  if (!domain || !LOCAL.test(local)) return { problem: "not_an_address" };
  const address = `${local}@${domain}`;
  if (local.length > 64 || address.length > 254) return { problem: "address_too_long" };
  return { address };
}

export const readEmailAddress = (typed: string): string | null => checkEmailAddress(typed).address ?? null;

export const EmailAddress = z.string().transform((typed, context) => {
  const { address, problem } = checkEmailAddress(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

/** URL is the one converter to punycode that browsers and Node share. It also mends, so nothing but letters may reach it. */
function asciiDomain(name: string): string | null {
  if (DOMAIN.test(name)) return name;
  if (!NAME_IN_ANY_SCRIPT.test(name)) return null;
  try {
    const converted = new URL(`http://${name}`).hostname;
    return DOMAIN.test(converted) ? converted : null;
  } catch {
    return null;
  }
}
