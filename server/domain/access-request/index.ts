export { answerAccessRequest } from "./answer";
export { askForAccess } from "./ask";
export { listAccessRequests } from "./list";
export { previewAccessRequest } from "./preview";
