import { chaseInvitationsJob } from "./chase-invitations";
import { deliverMail } from "./deliver-mail";
import type { Job } from "./job";
import { mailNotificationsJob } from "./mail-notifications";
import { tellMeetingJob } from "./tell-meeting";
import { tellPeopleJob } from "./tell-people";
import { tickDigestsJob } from "./tick-digests";
import { tickRemindersJob } from "./tick-reminders";
import { upkeep } from "./upkeep";

export const jobs: Job[] = [
  chaseInvitationsJob,
  deliverMail,
  mailNotificationsJob,
  tellMeetingJob,
  tellPeopleJob,
  tickDigestsJob,
  tickRemindersJob,
  upkeep,
];
