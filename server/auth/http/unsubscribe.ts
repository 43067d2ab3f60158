import { Refusal, renewedUnsubscribeToken } from "@/server/domain/_kernel";
import { unsubscribe } from "@/server/domain/access";
import { callerOf } from "../session";
import { pathOf, plain, seeOther } from "./answer";
import { door } from "./door";

const ended = {
  reminders: "You get no more reminders.",
  notifications: "You get no more mails of what happened.",
  digests: "You get no more digests.",
  digest: "You get no more digests of this plan.",
};

/**
 * One-click unsubscribe after RFC 8058: sent by a mail program without cookies or an origin, and answered without a redirect.
 * The signed token in the address is the whole proof, and says which mails are to end.
 */
export async function unsubscribeInOneClick(request: Request): Promise<Response> {
  try {
    const asked = new URL(request.url).searchParams;
    const token = tokenOf(request);
    const renewed = renewedUnsubscribeToken(token, asked.get("from"), asked.get("plan"));
    const { from } = await unsubscribe.run(await callerOf(request.headers), { token: renewed ?? token });
    return plain(ended[from], 200);
  } catch (reason) {
    if (reason instanceof Refusal) return plain("This link is not one of ours.", 404);
    throw reason;
  }
}

/** People who follow the link land on a page with a button. Looking changes nothing. */
export const showUnsubscribe = async (request: Request): Promise<Response> =>
  seeOther(pathOf("/unsubscribe", { token: tokenOf(request) }));

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export const unsubscribeFromPage = door({
  async perform({ caller, form }) {
    const token = form.read("token");
    await unsubscribe.run(caller, { token });
    return { to: pathOf("/unsubscribe", { token }) };
  },
  page: (form) => ({ path: "/unsubscribe", query: { token: form.read("token") } }),
});
