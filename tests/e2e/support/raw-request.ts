import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: string };
type Raw = { method?: string; headers?: OutgoingHttpHeaders; body?: string };

/** A request as no browser sends it: with any Host, and following nothing. */
export async function ask(
  address: string,
  path: string,
  { method = "GET", headers = {}, body }: Raw = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(address, { method, path, headers, agent: false }, (answer) => {
      let said = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        said += chunk;
      });
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: said }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** What a form sends that stands on a page of this origin. */
export const formOf = (origin: string, fields: Record<string, string>, headers: OutgoingHttpHeaders = {}): Raw => ({
  method: "POST",
  headers: { origin, "content-type": "application/x-www-form-urlencoded", ...headers },
  body: new URLSearchParams(fields).toString(),
});
