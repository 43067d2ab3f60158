export type Sender = { name: string | null; address: string };

/** The installation's sender (`Name <address>` or a bare address) under the display name of whoever a mail is from. */
export function senderOf(mailFrom: string, fromName?: string | null): Sender {
  const match = /^\s*(?:"?(?<name>[^"<]*?)"?\s*)<(?<address>[^<>\s]+)>\s*$/.exec(mailFrom);
  const address = match?.groups?.address ?? mailFrom.trim();
  const name = displayName(fromName ?? "") || displayName(match?.groups?.name ?? "");
  return { name: name || null, address };
}

/** As one header value: `"Lena Marsh" <plans@throughline.test>`. */
export const formatSender = ({ name, address }: Sender) => (name ? `"${name}" <${address}>` : address);

/** What could end a quoted name, a header, or turn the line around is left out; an address in a name would pass for the sender. */
function displayName(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"\\<>]/gu, " ")
    .replace(/@/g, " at ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
}
