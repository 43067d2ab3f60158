/** Ends the session here; the cookie goes with it, and with the new page everything that was read. */
export async function signOut(): Promise<void> {
  await fetch("/api/access/sign-out", { method: "POST", redirect: "manual" });
  window.location.assign("/");
}
