export { listMailbox } from "./list";
export { readMailbox } from "./read";
