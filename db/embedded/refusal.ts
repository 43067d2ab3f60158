/** Why the bundled PostgreSQL cannot run here; the message says what to do instead. */
export class EmbeddedRefusal extends Error {
  override name = "EmbeddedRefusal";
}
