/** What is known of an invitation that was never sent. */
export const notInvited = {
  invitedAt: null,
  mailedAt: null,
  deliveredAt: null,
  openedAt: null,
  bouncedAt: null,
  unansweredAt: null,
  resendAt: null,
};
