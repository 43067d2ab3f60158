import { mailboxTransport } from "./mailbox";
import { resendTransport } from "./resend";
import { smtpTransport } from "./smtp";
import type { Transport } from "./transport";

export { listHeaders, transactionalHeaders } from "./headers";
export type { OutgoingMail, SendResult, Transport } from "./transport";

export type TransportSettings = {
  MAIL_TRANSPORT: Transport["name"];
  SMTP_URL?: string;
  RESEND_API_KEY?: string;
  RESEND_BASE_URL?: string;
};

export function makeTransport(settings: TransportSettings): Transport {
  switch (settings.MAIL_TRANSPORT) {
    case "mailbox":
      return mailboxTransport();
    case "smtp":
      return smtpTransport({ url: required(settings.SMTP_URL, "SMTP_URL") });
    case "resend":
      return resendTransport({
        apiKey: required(settings.RESEND_API_KEY, "RESEND_API_KEY"),
        baseUrl: settings.RESEND_BASE_URL,
      });
  }
}

function required(value: string | undefined, setting: string): string {
  if (!value) throw new Error(`${setting} is not set`);
  return value;
}
