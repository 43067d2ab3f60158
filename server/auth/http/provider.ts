import { safePath } from "@/server/domain/access";
import { env } from "@/server/env";
import { isOwnOrigin } from "@/server/trpc/origin";
import { handleNextAuth, providers } from "../config";
import { pathOf, plain, seeOther } from "./answer";
import { readForm } from "./form";

/**
 * Starts signing in with a provider. Our pages' policy lets forms go nowhere else, a redirect included, so the answer is a page
 * that leads there.
 */
export async function startProvider(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return plain("This came from another site and was not done.", 403);
  const form = await readForm(request);
  const to = safePath(form.read("to"));
  const chosen = providers().find(({ id }) => id === form.read("provider"));
  if (!chosen) return seeOther(pathOf("/sign-in", { to, error: "provider" }));

  const shown = await handleNextAuth(
    new Request(`${env.APP_URL}/api/auth/csrf`, { headers: { accept: "application/json" } }),
  );
  const { csrfToken } = (await shown.json()) as { csrfToken: string };
  const started = await handleNextAuth(
    new Request(`${env.APP_URL}/api/auth/signin/${chosen.id}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: shown.headers
          .getSetCookie()
          .map((set) => set.split(";")[0])
          .join("; "),
      },
      body: new URLSearchParams({ csrfToken, callbackUrl: to }),
    }),
  );
  const place = started.headers.get("location");
  if (!place || started.status >= 400) return seeOther(pathOf("/sign-in", { to, error: "provider" }));

  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  for (const cookie of [...shown.headers.getSetCookie(), ...started.headers.getSetCookie()])
    headers.append("set-cookie", cookie);
  return new Response(pageTo(place, chosen.name), { headers });
}

function pageTo(place: string, name: string) {
  const href = place.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const words = name.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${href}"><title>${words}</title><p><a href="${href}">${words}</a></p>`;
}
