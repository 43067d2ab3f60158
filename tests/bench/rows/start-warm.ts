import { join } from "node:path";
import { freePort } from "@/db/embedded";
import { median } from "../load";
import { answers, startGroup, stop } from "../process";
import { type Measure, row } from "../row";

/** Seconds from `npm start` until it says that it is well, when all is installed, built and seeded. */
export const startWarm: Measure = {
  name: "start-warm",
  measure: async ({ place, isQuick }) => {
    const port = await freePort();
    const settings = {
      PORT: String(port),
      DATA_DIR: join(place, "start"),
      ...Object.fromEntries(unset.map((name) => [name, ""])),
    };
    const times: number[] = [];
    for (let round = 0; round <= (isQuick ? 1 : 3); round++) {
      const startedAt = performance.now();
      const child = startGroup("npm", ["start"], settings);
      try {
        await answers(`http://localhost:${port}/api/health`, child, (answer) => answer.ok);
        // The first start makes and fills the database.
        if (round > 0) times.push((performance.now() - startedAt) / 1000);
      } finally {
        await stop(child);
      }
    }
    return row("start-warm", "s", { ours: median(times) }, { below: 10 });
  },
};

/** As on a machine where nobody set anything. */
const unset = [
  "DATABASE_URL",
  "APP_URL",
  "AUTH_SECRET",
  "MAIL_TRANSPORT",
  "SMTP_URL",
  "RESEND_API_KEY",
  "LOG_LEVEL",
  "HOST",
  "NODE_ENV",
];
