import { verb } from "../_kernel";
import { AddComment, Comment } from "./schemas";
import { holdStep } from "./subject";
import { writeComment } from "./write";

/** Writes about a step, for all who see the step. */
export const addComment = verb({
  name: "comment.add",
  scope: "plan",
  kind: "mutation",
  input: AddComment,
  output: Comment,
  may: "comment.write",
  async act(scene) {
    const step = await holdStep(scene.tx, scene.actor, scene.input.stepId);
    return writeComment(scene, step, scene.input.body);
  },
});
