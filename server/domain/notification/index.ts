export { listNotices } from "./list";
export { markAllRead, markRead } from "./mark-read";
export { readPulse } from "./pulse";
export { tellPeople } from "./tell/tell";
