import { headers } from "next/headers";
import { keepEarlyActs } from "./keep-early-acts";

const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

/** The script that keeps what a reader does while the page's own code is still on its way. It stands before all they could press. */
export async function EarlyActs() {
  const nonce = nonceOf((await headers()).get("content-security-policy"));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which has to run before any file arrives.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: keepEarlyActs }} />;
}
