import type { OutgoingMail } from "@/server/mail/transport";

export const outgoing = (key: string, given: Partial<OutgoingMail> = {}): OutgoingMail => ({
  key,
  from: { name: "Lena Marsh at Acme", address: "plans@throughline.test" },
  to: "p.raman@northwind.test",
  subject: "Due today: name who signs for Finance",
  html: "<p>Good morning Priya,</p>",
  text: "Good morning Priya,\n",
  headers: { "Auto-Submitted": "auto-generated" },
  ...given,
});
