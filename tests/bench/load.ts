import { Agent, request } from "node:http";

export type Hit = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** Requests a second over `seconds`, with so many connections kept busy. Any answer but 2xx ends the measurement. */
export async function requestsPerSecond(
  origin: string,
  next: () => Hit,
  { connections = 8, seconds = 3 } = {},
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  const startedAt = performance.now();
  let answered = 0;
  const worker = async () => {
    while (performance.now() < until) {
      await once(origin, next(), agent);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const tookSeconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return answered / tookSeconds;
}

export function once(origin: string, hit: Hit, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(hit.path, origin),
      { method: hit.method ?? "GET", headers: hit.headers, agent },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          const body = Buffer.concat(parts).toString();
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(body);
          else reject(new Error(`${hit.path} answered ${status}: ${body.slice(0, 300)}`));
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(hit.body);
  });
}

export const median = (figures: number[]): number => {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Rounds of ours and the reference in turn, so that both meet the same machine; medians of each, without a first one to warm up. */
export async function alternate(rounds: number, ours: () => Promise<number>, reference: () => Promise<number>) {
  await ours();
  await reference();
  const figures = { ours: [] as number[], reference: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    figures.ours.push(await ours());
    figures.reference.push(await reference());
  }
  return { ours: median(figures.ours), reference: median(figures.reference) };
}

/** The smallest figure that so large a part of all are not above. */
export const percentile = (figures: number[], part: number): number => {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
};
