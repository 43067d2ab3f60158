export const CLIENT_ADDRESS_HEADER = "x-client-address";

const ours = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/**
 * Where a request came from, for counting tries. What a proxy says is believed only of a proxy beside us, on a private or
 * loopback address, and only the last hop, which it added itself: all before that anybody could have written.
 */
export function clientAddress(socketAddress: string | undefined, forwardedFor: string | string[] | undefined): string {
  const direct = socketAddress ?? "unknown";
  if (!ours.test(direct)) return direct;
  const hops = [forwardedFor ?? []].flat().join(",").split(",");
  return hops.at(-1)?.trim().slice(0, 64) || direct;
}
