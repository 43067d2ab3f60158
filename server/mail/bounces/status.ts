/** `hard`: the address takes no mail. `full`, `soft`: a later mail may arrive. `policy`: this mail, or its sender, is refused. */
export type Refusal = "hard" | "soft" | "full" | "policy";

type Answer = { code: number; text: string; command?: string };

const ENHANCED = /(?:^|[\s(#-])([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.\d)/;

/** What a mail server means by its answer: by the enhanced status code (RFC 3463) where there is one, else by the plain one. */
export function readStatus({ code, text, command }: Answer): Refusal {
  const [, kind, subject = "", detail = ""] = ENHANCED.exec(text) ?? [];
  if (code < 500 || kind === "4") return subject === "2" && detail === "2" ? "full" : "soft";
  if (kind === "5") return ofSubject[subject]?.(detail) ?? "soft";
  return ofPlainCode(code, command);
}

const among = (details: string[], then: Refusal, otherwise: Refusal) => (detail: string) =>
  details.includes(detail) ? then : otherwise;

const ofSubject: Record<string, (detail: string) => Refusal> = {
  "1": among(["7", "8"], "policy", "hard"), // addresses; 7 and 8 are the sender's
  "2": (detail) => (({ "2": "full", "3": "policy", "4": "soft" })[detail] as Refusal | undefined) ?? "hard", // mailbox
  "3": among(["4"], "policy", "soft"), // their mail system
  "4": among(["1", "4", "310"], "hard", "soft"), // the way there; these are hosts that aren't there
  "5": () => "policy", // protocol
  "6": () => "policy", // content
  "7": () => "policy", // security
};

function ofPlainCode(code: number, command: string | undefined): Refusal {
  if (command !== "RCPT TO") return "policy";
  if (code === 552) return "full";
  return [521, 550, 551, 553, 556].includes(code) ? "hard" : "policy";
}
