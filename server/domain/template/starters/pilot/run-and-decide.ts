import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const runAndDecide = [
  milestoneOf({
    key: "run",
    title: "Two weeks of real work",
    job: "validation",
    definitionOfDone:
      "The team did the agreed cases in it for two weeks, and the three measures have been taken the same way as before.",
    steps: [
      {
        key: "set-up",
        title: "Set it up and load the data",
        kind: "task",
        owner: seller("solution_engineer"),
        due: "start+9",
        dependsOn: ["smallest-setup", "terms-signed"],
        description: prose`
          Ready a day before the team begins, so that the first morning goes to work rather than to passwords.
        `,
      },
      {
        key: "first-morning",
        title: "Begin together",
        kind: "meeting",
        owner: seller("customer_success"),
        due: "start+10",
        dependsOn: ["set-up"],
        description: prose`
          Half an hour to begin and half an hour at the end of the day. For the
          two weeks one person on our side answers the team's questions first; their name and number belong on this step.
        `,
      },
      {
        key: "watch-use",
        title: "See who has not begun, and ask why",
        kind: "task",
        owner: seller("customer_success"),
        zone: "seller",
        due: "start+12",
        dependsOn: ["first-morning"],
        description: prose`
          Someone who has not begun by the third day has a reason. Ask them by telephone, not by mail, and tell the champion only
          what the person agrees to have passed on.
        `,
      },
      {
        key: "halfway",
        title: "Look at it halfway",
        kind: "meeting",
        owner: buyer("user"),
        due: "start+14",
        dependsOn: ["first-morning"],
        description: prose`
          Twenty minutes with the team: what is in the way, what do we change for the second week, and would it be more honest to
          stop?
        `,
      },
      {
        key: "measure-again",
        title: "Measure again, the same way",
        kind: "task",
        owner: buyer("evaluator"),
        due: "target-5",
        dependsOn: ["measures", "halfway"],
        description: prose`
          The same figures, counted by the same people. Note what else changed in these two weeks: holidays, a quiet season, a new
          colleague.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "compare",
    title: "Compare with the alternatives",
    job: "supplier_selection",
    definitionOfDone:
      "What going on would cost is known in writing, and the committee has rated it against doing nothing and whatever else was on the list.",
    steps: [
      {
        key: "price",
        title: "Send the price of going on",
        kind: "document",
        owner: seller("account_executive"),
        due: "target-7",
        dependsOn: ["halfway"],
        description: prose`
          For this team, for the whole department, and for stopping. Setting up and your own people's time are named, so that the
          figure is the one that finance will see later.
        `,
      },
      {
        key: "rate",
        title: "Rate the options, each on your own",
        kind: "task",
        owner: buyer("evaluator"),
        zone: "committee",
        due: "target-4",
        dependsOn: ["measure-again", "other-ways", "price"],
        description: prose`
          Under *Decision*, one to five. Nobody sees yours before you hand it in. Rate doing nothing as well: it is what happens if
          no one decides.
        `,
      },
      {
        key: "differences",
        title: "Talk about where you differ",
        kind: "meeting",
        owner: buyer("champion"),
        zone: "committee",
        due: "target-2",
        dependsOn: ["rate"],
        description: prose`
          Begin where the ratings are furthest apart. Let somebody from the pilot team speak before anybody who only watched.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "decide",
    title: "Decide: go on, change or stop",
    job: "consensus_creation",
    isDecision: true,
    definitionOfDone:
      "One of three is written down with its reasons: go on, go on differently, or stop. The team has heard it first, and the pilot's data is kept or deleted accordingly.",
    steps: [
      {
        key: "report",
        title: "Write the result on one page",
        kind: "document",
        owner: buyer("champion"),
        due: "target-3",
        dependsOn: ["measure-again"],
        description: prose`
          The three measures before and after, what surprised you, what it did not show, and a recommendation. Let the team correct
          it before it goes any higher.
        `,
      },
      {
        key: "decision",
        title: "Decide",
        kind: "approval",
        owner: buyer("decision_maker"),
        due: "target-0",
        dependsOn: ["report", "price"],
        description: prose`
          Hold the result against the two sentences that you wrote at the beginning. If neither fits, say what you would need to
          know and by when; "let it run a little longer" is how pilots die.
        `,
      },
      {
        key: "tidy-up",
        title: "Keep or delete what the pilot left behind",
        kind: "task",
        owner: seller("solution_engineer"),
        due: "target-0",
        dependsOn: ["decision"],
        description: prose`
          If you go on, the set-up stays and we plan the next team. If you stop, your data comes back to you and is deleted on our
          side within five working days, confirmed in writing.
        `,
      },
    ],
  }),
];
