/** Every address that the shell links to, in one place. */
export const planSections = ["overview", "steps", "why", "people", "decision", "activity"] as const;
export type PlanSection = (typeof planSections)[number];

export const homePath = "/plans";
export const inboxPath = "/notifications";
export const ownPlansId = "your-plans";
export const signInPath = "/sign-in";
export const preferencesPath = "/preferences";

export function planPath(planId: string, section: PlanSection = "overview"): string {
  return section === "overview" ? `/plans/${planId}` : `/plans/${planId}/${section}`;
}

export const remindersPath = (planId: string) => `${planPath(planId, "people")}/reminders`;

export function workspacePath(slug: string, place?: "members" | "new" | "reminders"): string {
  return place ? `/w/${slug}/${place}` : `/w/${slug}`;
}
