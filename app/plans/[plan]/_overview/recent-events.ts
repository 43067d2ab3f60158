/** What the overview asks of the history: the same on the server, which prefetches it, and in the browser. */
export const recentEvents = (planId: string) => ({ planId, limit: 6 });
