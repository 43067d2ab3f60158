export { type Bar, barred } from "./barred";
export { countSent } from "./count";
export { holdBackPaused } from "./hold";
export { type MailNewsKind, noteDeadAddress, noteOwnNews, noteProviderNews, type ProviderNews } from "./note-news";
export { readMailStanding, resumeMail } from "./standing";
export { forgiveBounce, mustTakeMail, suppressedAmong } from "./suppression";
