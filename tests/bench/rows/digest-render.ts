import { production } from "../ground";
import { median } from "../load";
import { ask, start, stop } from "../process";
import { type Measure, row } from "../row";

const MAILS = 300;

/** Weekly digests a second, subject, HTML and text, made in one process. */
export const digestRender: Measure = {
  name: "digest-render",
  measure: async (ground) => {
    const renderer = start(["tests/bench/render-process.ts"], {
      ...production(ground),
      APP_URL: "http://localhost:3000",
    });
    const rates: number[] = [];
    try {
      for (let round = 0; round <= ground.rounds; round++) {
        const { ms } = await ask<{ ms: number }>(renderer, { mails: MAILS });
        if (round > 0) rates.push(MAILS / (ms / 1000));
      }
    } finally {
      await stop(renderer);
    }
    return row("digest-render", "mails/s", { ours: median(rates) }, null);
  },
};
