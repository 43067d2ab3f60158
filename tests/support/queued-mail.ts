import { now, queueMail, withinService } from "@/server/domain/_kernel";

/** A sign-in mail in the outbox, asked for under this key. */
export const queueSignInMail = (key: string, to = `${key}@people.test`) =>
  withinService((tx) =>
    queueMail(tx, {
      key,
      template: "sign-in",
      to,
      props: { url: "http://localhost:3000/sign-in/confirm?token=x", code: "417052", minutes: 15 },
      now: now(),
    }),
  );
