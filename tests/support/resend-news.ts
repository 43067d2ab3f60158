import { createHmac } from "node:crypto";
import { POST } from "@/app/api/webhooks/resend/route";

export const webhookSecret = `whsec_${Buffer.from("a secret of thirty-two bytes, say").toString("base64")}`;

export type News = {
  type: string;
  /** The provider's id of the mail. */
  emailId?: string;
  tags?: Record<string, string>;
  bounce?: { type: string; subType: string };
  at?: Date;
};

type Sent = { id?: string; secret?: string; signedAt?: Date; change?: (body: string) => string };

/** What Resend posts when it has news, signed as it signs; `change` alters the body once it is signed. */
export async function tell(news: News, { id = crypto.randomUUID(), secret, signedAt, change }: Sent = {}) {
  const { type, emailId = "nobody's", tags, bounce, at = new Date() } = news;
  const data = { email_id: emailId, to: ["p.raman@northwind.test"], subject: "x", tags, bounce };
  return post(JSON.stringify({ type, created_at: at.toISOString(), data }), { id, secret, signedAt, change });
}

export function post(body: string, { id = "msg", secret = webhookSecret, signedAt, change }: Sent = {}) {
  const timestamp = Math.floor((signedAt ?? new Date()).getTime() / 1000);
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return POST(
    new Request("http://localhost:3000/api/webhooks/resend", {
      method: "POST",
      headers: { "svix-id": id, "svix-timestamp": String(timestamp), "svix-signature": `v1,${signature}` },
      body: change ? change(body) : body,
    }),
  );
}
