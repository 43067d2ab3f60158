export { listEvents } from "./list";
export { eventsSince } from "./since";
