const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps a matter of taste (theme, zone) in this browser; an empty value forgets it. */
export function rememberChoice(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const age = value === "" ? 0 : yearInSeconds;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support.
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
