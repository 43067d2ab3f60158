import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const choice = [
  milestoneOf({
    key: "compare",
    title: "Compare and choose",
    job: "supplier_selection",
    zone: "committee",
    definitionOfDone:
      "Every member has rated the options on their own, the differences have been talked through, and one option is recommended with its reasons and the objections to it.",
    steps: [
      {
        key: "rate-options",
        title: "Rate the options, each on your own",
        kind: "task",
        owner: buyer("evaluator"),
        due: "start+44",
        dependsOn: ["shortlist", "criteria-weights", "trial-report"],
        description: prose`
          Under *Decision*, one to five for each option on each criterion. Nobody sees yours until you hand them in, and you see
          nobody else's: the first loud voice in a meeting would otherwise rate for all. Leave blank what you cannot judge.
        `,
      },
      {
        key: "hear-doubts",
        title: "Hear every doubt before the board does",
        kind: "meeting",
        owner: buyer("champion"),
        due: "start+46",
        dependsOn: ["trial-report"],
        description: prose`
          Go round the table: what would make you regret this in a year? Nobody argues, somebody writes. Each doubt then gets an
          owner, an answer, or an honest "we accept that".
        `,
      },
      {
        key: "talk-differences",
        title: "Talk about where you differ",
        kind: "meeting",
        owner: buyer("champion"),
        due: "start+46",
        dependsOn: ["rate-options"],
        description: prose`
          Begin with the criterion on which the ratings are furthest apart, and let the highest and the lowest speak first.
          Usually they know different things rather than want different things.
        `,
      },
      {
        key: "recommend",
        title: "Agree which option to recommend",
        kind: "approval",
        owner: buyer("decision_maker"),
        due: "start+48",
        dependsOn: ["talk-differences", "hear-doubts", "security-approval"],
        description: prose`
          One sentence for the recommendation, three for the reasons, and one for each dissent. "None of these" and "not now" are
          recommendations too: they deserve the same care.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "business-case",
    title: "Business case and budget",
    job: "consensus_creation",
    definitionOfDone:
      "Two pages that the sponsor would defend without us: the problem, its cost, what changes, what it takes, what could go wrong; and finance has confirmed where the money comes from.",
    steps: [
      {
        key: "price-position",
        title: "Settle our price and what we can give",
        kind: "task",
        owner: seller("account_executive"),
        zone: "seller",
        due: "start+27",
        dependsOn: ["fit-check"],
        description: prose`
          One price with its drivers, approved here before it leaves. Decide now which terms we can move on and what we would ask
          in return, so that procurement gets answers in a day.
        `,
      },
      {
        key: "price-proposal",
        title: "Send a written price and what drives it",
        kind: "document",
        owner: seller("account_executive"),
        due: "start+30",
        dependsOn: ["written-answers"],
        description: prose`
          Everything you would pay over three years: licences, setting up, training, support, and what happens to the price when
          you grow or shrink. Also what it will take of your own people's time, because that is a cost too.
        `,
      },
      {
        key: "check-benefit",
        title: "Check the benefit against the trial",
        kind: "task",
        owner: buyer("finance"),
        due: "start+44",
        dependsOn: ["cost-lines", "trial-report"],
        description: prose`
          Go back to the cost lines and change them to what the trial showed. Count only what somebody is ready to sign for, and
          keep time saved apart from money saved.
        `,
      },
      {
        key: "case-draft",
        title: "Draft the two-page case",
        kind: "document",
        owner: buyer("champion"),
        due: "start+47",
        dependsOn: ["check-benefit", "price-proposal"],
        description: prose`
          Problem, cost of doing nothing, options looked at, what changes and by when, what it costs, what could go wrong and who
          would notice. Let someone who was not involved read it and tell you what they understood.
        `,
      },
      {
        key: "budget",
        title: "Confirm where the money comes from",
        kind: "approval",
        owner: buyer("finance"),
        due: "target-10",
        dependsOn: ["case-draft"],
        description: prose`
          Cost centre, year, and whether it is an investment or a running cost. If it takes the place of something else, name
          that something, and make sure that its owner has heard it from you.
        `,
      },
    ],
  }),
];
