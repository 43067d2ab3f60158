/** How a way on looks that is not the page's own: as a link or as a form's button. */
export const quietLink = "tap-target rounded-sm text-sm font-medium text-accent underline-offset-3 hover:underline";
