import { router } from "./init";
import { accessRouter } from "./routers/access";
import { accessRequestRouter } from "./routers/access-request";
import { activityRouter } from "./routers/activity";
import { changeCaseRouter } from "./routers/change-case";
import { commentRouter } from "./routers/comment";
import { decisionRouter } from "./routers/decision";
import { feedRouter } from "./routers/feed";
import { liveRouter } from "./routers/live";
import { mailboxRouter } from "./routers/mailbox";
import { meetingRouter } from "./routers/meeting";
import { milestoneRouter } from "./routers/milestone";
import { notificationRouter } from "./routers/notification";
import { participantRouter } from "./routers/participant";
import { personRouter } from "./routers/person";
import { planRouter } from "./routers/plan";
import { presenceRouter } from "./routers/presence";
import { reminderRouter } from "./routers/reminder";
import { stepRouter } from "./routers/step";
import { templateRouter } from "./routers/template";
import { workspaceRouter } from "./routers/workspace";

export const appRouter = router({
  access: accessRouter,
  accessRequest: accessRequestRouter,
  activity: activityRouter,
  changeCase: changeCaseRouter,
  comment: commentRouter,
  decision: decisionRouter,
  feed: feedRouter,
  live: liveRouter,
  mailbox: mailboxRouter,
  meeting: meetingRouter,
  milestone: milestoneRouter,
  notification: notificationRouter,
  participant: participantRouter,
  person: personRouter,
  plan: planRouter,
  presence: presenceRouter,
  reminder: reminderRouter,
  step: stepRouter,
  template: templateRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
