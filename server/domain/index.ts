import type { Verb } from "./_kernel";
import * as access from "./access";
import * as accessRequest from "./access-request";
import * as activity from "./activity";
import * as changeCase from "./change-case";
import * as comment from "./comment";
import * as decision from "./decision";
import * as delivery from "./delivery";
import * as feed from "./feed";
import * as foreseen from "./foreseen";
import * as mailbox from "./mailbox";
import * as meeting from "./meeting";
import * as milestone from "./milestone";
import * as notification from "./notification";
import * as participant from "./participant";
import * as person from "./person";
import * as plan from "./plan";
import * as presence from "./presence";
import * as reminder from "./reminder";
import * as step from "./step";
import * as template from "./template";
import * as workspace from "./workspace";

const nouns = [
  access,
  accessRequest,
  activity,
  changeCase,
  comment,
  decision,
  delivery,
  mailbox,
  feed,
  foreseen,
  meeting,
  milestone,
  notification,
  participant,
  person,
  plan,
  presence,
  reminder,
  step,
  template,
  workspace,
];

const isVerb = (exported: unknown): exported is Verb =>
  typeof exported === "object" && exported !== null && "run" in exported && "scope" in exported;

/** Everything that the product can do: what the doors, the listing and the attack tests are derived from. */
export const verbs: Verb[] = nouns
  .flatMap((noun): unknown[] => Object.values(noun))
  .filter(isVerb)
  .sort((left, right) => left.name.localeCompare(right.name));
