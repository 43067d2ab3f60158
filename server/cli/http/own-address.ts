import type { IncomingMessage } from "node:http";

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/**
 * On one's own machine a page can be opened under several names, and its forms would be refused under all but APP_URL's, as
 * another site's: where the same page is under that name. Behind a proxy a request's Host is the proxy's matter: then nowhere.
 */
export function ownAddressOf(incoming: IncomingMessage, publicAddress: URL): string | undefined {
  const { method, url = "", headers } = incoming;
  const isPage = (method === "GET" || method === "HEAD") && url.startsWith("/") && !/^\/api(\/|$)/.test(url);
  const isForwarded = Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
  if (!isPage || isForwarded || !loopback.includes(publicAddress.hostname)) return undefined;

  const asked = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`) : undefined;
  const isOtherName = asked && loopback.includes(asked.hostname) && asked.hostname !== publicAddress.hostname;
  // At another port, something else stands before us, and knows why.
  const isHere = asked && publicAddress.protocol === "http:" && asked.port === publicAddress.port;
  return isOtherName && isHere ? publicAddress.origin + url : undefined;
}
