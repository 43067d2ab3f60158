import { createServer } from "node:net";
import { Refusal } from "./refusal";

/** `localhost` is two addresses, and browsers try both. */
export function addressesOf(host: string): string[] {
  return host === "localhost" ? ["127.0.0.1", "::1"] : [host];
}

export async function refuseTakenPort(host: string, port: number): Promise<void> {
  for (const address of addressesOf(host)) {
    const code = await tryListening(address, port);
    if (code === "EADDRINUSE") {
      throw new Refusal(
        `Port ${port} is taken by another program. Stop that one, or start on another port: PORT=${port + 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new Refusal(`This user may not listen on port ${port}. Take one above 1023: PORT=3000 npm start`);
    }
    if (code === "EADDRNOTAVAIL" && address !== "::1") {
      throw new Refusal(`This machine has no address ${host}. Set HOST to one that it has, such as 0.0.0.0.`);
    }
  }
}

function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen({ host, port }, () => probe.close(() => resolve(undefined)));
  });
}
