import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const needAndMarket = [
  milestoneOf({
    key: "need",
    title: "State the need",
    job: "problem_identification",
    definitionOfDone:
      "The need is written without naming a product, those affected have been heard, and the cost of leaving it has a range that finance supports.",
    steps: [
      {
        key: "need-note",
        title: "Write the statement of need",
        kind: "document",
        owner: buyer("champion"),
        due: "start+3",
        description: prose`
          One page: which public task is done badly, slowly or at too high a price today, for whom, and which duty requires you to
          act. No product, no brand, no solution; this page may be read by every bidder.
        `,
      },
      {
        key: "hear-affected",
        title: "Hear those who are affected",
        kind: "meeting",
        owner: buyer("user"),
        due: "start+8",
        dependsOn: ["need-note"],
        description: prose`
          Staff at the counter, staff representatives, and citizens if they meet the result. Keep a note of who was heard: the
          award file asks for it.
        `,
      },
      {
        key: "cost-of-nothing",
        title: "Put figures on leaving it as it is",
        kind: "task",
        owner: buyer("finance"),
        due: "start+10",
        dependsOn: ["need-note"],
        description: prose`
          Overtime, penalties, maintenance of what has to be replaced, and waiting time for the public. Low, likely and high, with
          the source of each.
        `,
      },
      {
        key: "need-agreed",
        title: "Confirm the need",
        kind: "approval",
        owner: buyer("executive_sponsor"),
        due: "start+12",
        dependsOn: ["hear-affected", "cost-of-nothing"],
        description: prose`
          With this the head of the department stands behind the need, whoever wins the tender, and also if the answer turns out to
          be that nothing should be bought.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "ground",
    title: "Agree procedure, panel and budget",
    job: "consensus_creation",
    definitionOfDone:
      "Procedure, calendar, evaluation panel and budget are approved, and everyone on the panel has declared their interests.",
    steps: [
      {
        key: "procedure",
        title: "Choose the procedure and set the calendar",
        kind: "task",
        owner: buyer("procurement"),
        due: "start+8",
        dependsOn: ["need-note"],
        description: prose`
          Estimated value over the whole term, threshold, lots or none, open or restricted, and whether a framework agreement
          already covers it. Then the calendar, with legal minimum periods and the council's meetings marked.
        `,
      },
      {
        key: "panel",
        title: "Name the evaluation panel",
        kind: "task",
        owner: buyer("procurement"),
        zone: "committee",
        due: "start+12",
        dependsOn: ["procedure"],
        description: prose`
          Five people at most, and a stand-in for each. At least one who will use it, one who will run it, and one who has to pay
          for it. Keep evaluation days free now.
        `,
      },
      {
        key: "interests",
        title: "Declare interests",
        kind: "signature",
        owner: buyer("legal"),
        zone: "committee",
        due: "start+15",
        dependsOn: ["panel"],
        description: prose`
          Each member of the panel declares ties to likely bidders, former employers included. A tie that is declared can be
          handled; one that is found later can void the award.
        `,
      },
      {
        key: "budget",
        title: "Approve the budget",
        kind: "approval",
        owner: buyer("finance"),
        due: "start+18",
        dependsOn: ["need-agreed", "procedure"],
        description: prose`
          For the whole term with options and indexing, and with your own staff's time. If money comes from a grant, note the day
          on which it lapses.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "market",
    title: "Talk with the market, openly",
    job: "solution_exploration",
    definitionOfDone:
      "Several suppliers have been heard on equal terms, what they said is on file, and buying has been weighed against own means.",
    steps: [
      {
        key: "market-notice",
        title: "Publish the market consultation",
        kind: "document",
        owner: buyer("procurement"),
        due: "start+15",
        dependsOn: ["need-note", "procedure"],
        description: prose`
          The statement of need and ten questions, open to everybody, with at least a week to answer. Say that taking part gives no
          advantage, and mean it.
        `,
      },
      {
        key: "market-answer",
        title: "Answer the consultation",
        kind: "document",
        owner: seller("account_executive"),
        due: "start+22",
        dependsOn: ["market-notice"],
        description: prose`
          Our answers may be published. They say what is usual in the market and where requirements drive the price, and they do
          not ask for anything that only we can do.
        `,
      },
      {
        key: "own-means",
        title: "Weigh own means and shared services",
        kind: "task",
        owner: buyer("technical"),
        zone: "committee",
        due: "start+24",
        dependsOn: ["need-note"],
        description: prose`
          Could another authority's solution be shared, an existing contract be used, or the process be made simpler so that less
          has to be bought? Doing nothing is one of the options, with its cost.
        `,
      },
      {
        key: "open-day",
        title: "Hold an open day for suppliers",
        kind: "meeting",
        owner: buyer("procurement"),
        due: "start+25",
        dependsOn: ["market-answer"],
        description: prose`
          The same presentation and the same time for each. Questions and answers are written down and sent to all who registered.
        `,
      },
      {
        key: "bid-or-not",
        title: "Decide whether to bid",
        kind: "approval",
        owner: seller("account_executive"),
        zone: "seller",
        due: "start+27",
        dependsOn: ["market-answer", "open-day"],
        description: prose`
          Can we meet what they need, at a price that we can keep for the whole term, with people who are free? If not, tell the
          contact point now that we shall not bid, and thank them.
        `,
      },
      {
        key: "visit-authority",
        title: "Visit an authority that has done it",
        kind: "meeting",
        owner: buyer("evaluator"),
        zone: "committee",
        due: "start+28",
        description: prose`
          Choose it yourselves, not from a supplier's list. Ask for their specification and what they would leave out of it today.
        `,
      },
    ],
  }),
];
