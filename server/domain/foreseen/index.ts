export { holdMail, releaseMail } from "./hold";
export { previewMails } from "./preview";
export { setEscalation } from "./set-escalation";
