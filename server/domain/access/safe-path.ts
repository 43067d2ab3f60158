export const HOME_PATH = "/plans";

/** Where to go after signing in: a path of ours, or home. Never another origin, however it is spelled. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || /^\/[/\\]|[\\\p{Cc}\s]/u.test(wanted)) return HOME_PATH;
  try {
    const base = "https://ours.invalid";
    const url = new URL(wanted, base);
    if (url.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return HOME_PATH;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return HOME_PATH;
  }
}
