export { addComment } from "./add";
export { listComments } from "./list";
export { removeComment, restoreComment } from "./remove";
export { type Commented, writeComment } from "./write";
