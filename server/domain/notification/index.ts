export { choicesOf } from "./choices";
export { choicesFor, choose, endDigest, readChoices, saveChoices } from "./choose";
export { listNotices } from "./list";
export { mailNotifications } from "./mail/collect";
export { type QueuedNotices, recheckNotices } from "./mail/recheck";
export { markAllRead, markRead } from "./mark-read";
export { readPulse } from "./pulse";
export { switchMails } from "./switch-mails";
export { tellPeople } from "./tell/tell";
