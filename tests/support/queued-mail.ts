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

type Invited = { workspaceId: string; planId: string; participantId: string; to: string };

export const queueInvitationMail = ({ workspaceId, planId, participantId, to }: Invited) =>
  withinService((tx) =>
    queueMail(tx, {
      key: `invitation:${participantId}`,
      template: "invitation",
      to,
      workspaceId,
      planId,
      participantId,
      props: {
        url: "http://localhost:3000/invitation?token=x",
        inviterName: "Lena Marsh",
        inviterCompany: "Acme Scheduling",
        inviteeName: "Ana Reyes",
        supplierName: "Acme Scheduling",
        customerName: "Northwind Health",
        planTitle: "Replace the paper rota",
        side: "buyer",
        note: null,
        expiresOn: "2026-12-01",
      },
      now: now(),
    }),
  );
