/** Somebody who would rather not say their name now is not asked again in this browser. */
export const nameLaterCookie = "name-later";
