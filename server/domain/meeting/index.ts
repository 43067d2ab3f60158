export { readMeeting } from "./read";
export { recheckMeetings } from "./recheck";
export { retellMeetingsOf, retellMeetingsOfPlan } from "./retell-of";
export { cancelMeeting, setMeeting } from "./set";
export { tellMeeting } from "./tell";
export { spanOf } from "./time";
