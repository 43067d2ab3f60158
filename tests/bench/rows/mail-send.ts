import postgres from "postgres";
import { production } from "../ground";
import { median } from "../load";
import { ask, start, stop } from "../process";
import { type Measure, row } from "../row";

const invitation = {
  url: "https://plans.example.com/invitation?token=0123456789abcdef0123456789abcdef0123456789a",
  inviterName: "Lena Marsh",
  inviterCompany: "Harbour Systems",
  inviteeName: "Ana Reyes",
  supplierName: "Harbour Systems",
  customerName: "Northwind Clinics",
  planTitle: "Replace the paper rota",
  side: "buyer",
  note: null,
  expiresOn: "2030-01-01",
};

/** Mails a second from the transaction that queued them until an SMTP server in another process took the last one. */
export const mailSend: Measure = {
  name: "mail-send",
  measure: async (ground) => {
    const databaseUrl = await ground.makeDatabase("bench_mail");
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    const sink = start(["tests/bench/sink-process.ts"], {});
    const { url } = await ask<{ url: string }>(sink, { what: "address" });
    const settings = { ...production({ ...ground, databaseUrl }), MAIL_TRANSPORT: "smtp", SMTP_URL: url };
    const worker = start(["server/cli/worker.ts"], { ...settings, APP_URL: "http://localhost:3000" });
    const mails = ground.isQuick ? 300 : 2_000;
    const rates: number[] = [];
    try {
      await isAtWork(sql);
      for (let round = 0; round < ground.rounds; round++) {
        const taken = ask<{ at: number }>(sink, { what: "take", mails });
        const queuedAt = Date.now();
        await queue(sql, round, mails);
        const { at } = await taken;
        // The first one opens connections and loads the template.
        if (round > 0) rates.push(mails / ((at - queuedAt) / 1000));
      }
    } finally {
      await Promise.all([stop(worker), stop(sink), sql.end()]);
    }
    return row("mail-send", "mails/s", { ours: median(rates) }, { atLeast: 500 });
  },
};

async function queue(sql: postgres.Sql, round: number, mails: number) {
  await sql.begin(async (tx) => {
    await tx`insert into mail (id, key, template, "to", props, next_attempt_at)
      select gen_random_uuid(), ${`bench ${round} `} || n, 'invitation', 'p' || n || '@bench.test', ${tx.json(invitation)}, now()
      from generate_series(1, ${mails}) n`;
    await tx`select enqueue_job('mail.deliver', '{}'::json, 'mail.deliver', null::timestamptz)`;
  });
}

async function isAtWork(sql: postgres.Sql) {
  for (let tries = 0; tries < 300; tries++) {
    const [beat] = await sql`select 1 from worker_beat`;
    if (beat) return;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error("the worker did not start");
}
