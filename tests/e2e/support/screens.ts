import { expect, type Page } from "@playwright/test";
import errors from "@/app/_messages/en/errors.json" with { type: "json" };
import { linkActs } from "@/db/vocabulary";
import { newId } from "@/server/domain/_kernel/ids";
import {
  accessRequestPath,
  cast,
  confirmPath,
  customer,
  digestPaths,
  invitationPath,
  openStep,
  planOf,
  stepLinkPath,
  workspaceSlug,
} from "./cast";

export type Screen = { name: string; as?: keyof typeof cast; path: () => Promise<string> };

const at = (path: string) => async () => path;
const onPlan = (section: string) => async () => `/plans/${await planOf(customer)}${section}`;

/** Every screen that there is, each with somebody who sees most of it. */
export const screens: Screen[] = [
  { name: "landing", path: at("/") },
  { name: "sign-in", path: at("/sign-in") },
  { name: "sign-in sent", path: at("/sign-in?sent=someone@example.com") },
  { name: "confirm", path: () => confirmPath(cast.contributor) },
  { name: "confirm unknown", path: at("/sign-in/confirm?token=nothing") },
  { name: "invitation open", path: () => invitationPath("open") },
  { name: "invitation used", path: () => invitationPath("used") },
  { name: "invitation expired", path: () => invitationPath("expired") },
  { name: "invitation revoked", path: () => invitationPath("revoked") },
  { name: "invitation of another", as: "contributor", path: () => invitationPath("open") },
  { name: "invitation handed on", path: async () => `${await invitationPath("open")}&other=1` },
  { name: "invitation, code sent", path: async () => `${await invitationPath("open")}&code=sent` },
  { name: "invitation, asked to join", path: async () => `${await invitationPath("open")}&asked=1` },
  { name: "request to join", path: () => accessRequestPath(`asks.${newId()}@northwind.example`) },
  { name: "request to answer", as: "lead", path: () => accessRequestPath(`asks.${newId()}@northwind.example`) },
  ...linkActs.map((act) => ({
    name: `step from a mail: ${act}`,
    path: async () => stepLinkPath(await planOf(customer), act),
  })),
  {
    name: "step from a mail, with digits",
    path: async () => `${await stepLinkPath(await planOf(customer), "decide")}&code=sent`,
  },
  {
    name: "step from a mail of another",
    as: "seller",
    path: async () => stepLinkPath(await planOf(customer), "decide"),
  },
  { name: "preferences", as: "lead", path: at("/preferences") },
  { name: "preferences from a mail", path: async () => (await digestPaths()).preferences },
  { name: "preferences from an old mail", path: async () => (await digestPaths(31)).preferences },
  { name: "unsubscribe", path: async () => (await digestPaths()).unsubscribe },
  { name: "home", as: "lead", path: at("/plans") },
  { name: "notifications", as: "lead", path: at("/notifications") },
  { name: "new plan", as: "seller", path: at(`/w/${workspaceSlug}/new`) },
  { name: "workspace", as: "seller", path: at(`/w/${workspaceSlug}`) },
  { name: "members", as: "seller", path: at(`/w/${workspaceSlug}/members`) },
  { name: "reminders of a workspace", as: "seller", path: at(`/w/${workspaceSlug}/reminders`) },
  { name: "overview", as: "lead", path: onPlan("") },
  { name: "overview of the seller", as: "seller", path: onPlan("") },
  { name: "steps", as: "lead", path: onPlan("/steps") },
  {
    name: "open step",
    as: "lead",
    path: async () => {
      const planId = await planOf(customer);
      return `/plans/${planId}/steps?step=${(await openStep(planId)).id}`;
    },
  },
  { name: "why", as: "lead", path: onPlan("/why") },
  { name: "people", as: "lead", path: onPlan("/people") },
  { name: "mail to come", as: "lead", path: onPlan("/people/reminders") },
  { name: "mail to come, of the seller", as: "seller", path: onPlan("/people/reminders") },
  { name: "decision, rating", as: "lead", path: onPlan("/decision") },
  { name: "decision, handed in", as: "handedIn", path: onPlan("/decision") },
  { name: "decision of the seller", as: "seller", path: onPlan("/decision") },
  { name: "activity", as: "lead", path: onPlan("/activity") },
  { name: "mailbox", as: "seller", path: at("/mailbox") },
  { name: "gallery", path: at("/mailbox/gallery?template=step-reminder&part=text") },
  { name: "not found", path: at("/nothing-here") },
];

/** Opens a screen and waits until it is whole: headed, and no longer filling in. */
export async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(await screen.path());
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  if (screen.name !== "not found") await expect(heading).not.toHaveText(errors.notFound.title);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
