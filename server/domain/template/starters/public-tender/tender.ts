import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const tender = [
  milestoneOf({
    key: "bids",
    title: "Questions and bids",
    job: "supplier_selection",
    definitionOfDone: "Every question has been answered to all bidders, and bids were received in due time and form.",
    steps: [
      {
        key: "bidder-questions",
        title: "Send questions through the official channel",
        kind: "question",
        owner: seller("solution_engineer"),
        due: "start+42",
        dependsOn: ["publish"],
        description: prose`
          Few, precise, and phrased so that the answer helps everyone. Nothing in them reveals how we mean to do it.
        `,
      },
      {
        key: "answers-to-all",
        title: "Answer all questions to all bidders",
        kind: "document",
        owner: buyer("procurement"),
        due: "start+46",
        dependsOn: ["bidder-questions"],
        description: prose`
          Without saying who asked. If an answer changes a requirement, consider whether the time for bids has to be extended.
        `,
      },
      {
        key: "bid-draft",
        title: "Draft the bid",
        kind: "document",
        owner: seller("solution_engineer"),
        zone: "seller",
        due: "start+49",
        dependsOn: ["bid-or-not", "publish", "answers-to-all"],
        description: prose`
          Answer in their order and their words, with evidence next to each claim. A minimum requirement that we do not meet ends
          the work here.
        `,
      },
      {
        key: "bid-review",
        title: "Read the bid as the panel would",
        kind: "approval",
        owner: seller("account_executive"),
        zone: "seller",
        due: "start+53",
        dependsOn: ["bid-draft"],
        description: prose`
          Someone who has not written any of it scores it by the published criteria. Price, signatures and forms are checked by a
          second person.
        `,
      },
      {
        key: "submit",
        title: "Submit the bid",
        kind: "document",
        owner: seller("account_executive"),
        due: "start+56",
        dependsOn: ["answers-to-all"],
        description: prose`
          Through the portal, a day before the deadline, with the receipt attached here.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "evaluation",
    title: "Evaluate",
    job: "validation",
    definitionOfDone:
      "Each bid was scored by each panel member alone, demonstrations and evidence were checked, and one agreed score with reasons is on file.",
    steps: [
      {
        key: "open-bids",
        title: "Open bids and check their form",
        kind: "task",
        owner: buyer("procurement"),
        zone: "committee",
        due: "start+58",
        dependsOn: ["submit", "interests"],
        description: prose`
          Two people, with a record. Ask for missing papers where the rules allow it, from everybody alike. Check again whether a
          panel member has ties to one of those who did bid.
        `,
      },
      {
        key: "demonstration",
        title: "Show the published scenarios",
        kind: "meeting",
        owner: seller("solution_engineer"),
        due: "start+62",
        dependsOn: ["submit"],
        description: prose`
          The same scenarios, the same length and the same questions for each bidder, on the product as it can be bought today.
        `,
      },
      {
        key: "score-alone",
        title: "Score each bid, each on your own",
        kind: "task",
        owner: buyer("evaluator"),
        zone: "committee",
        due: "start+64",
        dependsOn: ["open-bids", "award-criteria", "demonstration"],
        description: prose`
          By the published criteria only, one to five, with a sentence of reasons: bidders are entitled to it. Nobody sees your
          scores before you hand them in. Price is opened afterwards if your procedure says so.
        `,
      },
      {
        key: "check-evidence",
        title: "Check the evidence of the leading bids",
        kind: "task",
        owner: buyer("security"),
        zone: "committee",
        due: "start+65",
        dependsOn: ["open-bids"],
        description: prose`
          Certificates, references, accessibility. Call the references that you chose, and ask each the same five questions.
        `,
      },
      {
        key: "agree-scores",
        title: "Agree one score per criterion",
        kind: "meeting",
        owner: buyer("procurement"),
        zone: "committee",
        due: "start+66",
        dependsOn: ["score-alone", "check-evidence"],
        description: prose`
          Talk about the criteria on which you differ by two points or more. An agreed score is argued from the bid, not averaged;
          the reasons are written down in the meeting.
        `,
      },
    ],
  }),
];
