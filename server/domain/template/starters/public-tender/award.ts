import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const award = [
  milestoneOf({
    key: "readiness",
    title: "Prepare the start",
    job: "consensus_creation",
    definitionOfDone:
      "Those who will work with the result know what was decided and when it begins, and someone is named to manage the contract.",
    steps: [
      {
        key: "contract-manager",
        title: "Name who manages the contract",
        kind: "task",
        owner: buyer("executive_sponsor"),
        due: "target-9",
        description: prose`
          A person with time for it, not a department. They read the bid, since what it promises is part of the contract.
        `,
      },
      {
        key: "start-plan",
        title: "Turn the bid into a plan for the first hundred days",
        kind: "document",
        owner: seller("customer_success"),
        due: "target-4",
        dependsOn: ["submit", "contract-manager"],
        description: prose`
          Only for the winning bidder, and without obligation until the contract is signed: names, dates, data to be moved, and
          who trains whom.
        `,
      },
      {
        key: "tell-staff",
        title: "Tell staff what changes and when",
        kind: "task",
        owner: buyer("champion"),
        due: "target-3",
        dependsOn: ["contract-manager"],
        description: prose`
          First those who were heard at the beginning: what became of what they said. Then everyone else, with a date and a name to
          ask.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "award",
    title: "Award and contract",
    job: "supplier_selection",
    isDecision: true,
    definitionOfDone:
      "The award is decided and announced, the standstill has passed without an open challenge, the contract is signed, and the file would stand up to a review.",
    steps: [
      {
        key: "award-report",
        title: "Write the evaluation report",
        kind: "document",
        owner: buyer("procurement"),
        zone: "committee",
        due: "target-13",
        dependsOn: ["agree-scores"],
        description: prose`
          Ranking, scores with reasons, what was excluded and why, dissent within the panel. Write it as if the losing bidder's
          lawyer were the reader.
        `,
      },
      {
        key: "award-decision",
        title: "Decide the award",
        kind: "approval",
        owner: buyer("economic_buyer"),
        due: "target-12",
        dependsOn: ["submit", "demonstration"],
        description: prose`
          By the council or whoever may commit this amount. Not awarding is possible too, if no bid is acceptable; it needs its
          reasons in the file just as much.
        `,
      },
      {
        key: "letters",
        title: "Inform all bidders on the same day",
        kind: "document",
        owner: buyer("procurement"),
        due: "target-11",
        dependsOn: ["award-decision"],
        description: prose`
          The winner's name, the bidder's own scores and reasons, and the end of the standstill. Offer those who lost a talk about
          their bid: it makes the next tender better and challenges rarer.
        `,
      },
      {
        key: "standstill",
        title: "Wait out the standstill",
        kind: "task",
        owner: buyer("legal"),
        due: "target-1",
        dependsOn: ["letters"],
        description: prose`
          Usually ten days from the day after the letters were sent electronically; check the rule that applies to you. A challenge
          stops the signature until it is settled.
        `,
      },
      {
        key: "sign",
        title: "Sign the contract",
        kind: "signature",
        owner: buyer("economic_buyer"),
        due: "target-0",
        dependsOn: ["standstill"],
        description: prose`
          The contract as published, with the winning bid attached. Nothing is added now that was not in the tender.
        `,
      },
      {
        key: "award-notice",
        title: "Publish the award notice and close the file",
        kind: "document",
        owner: buyer("procurement"),
        due: "target-0",
        dependsOn: ["sign"],
        description: prose`
          Within the legal period after signing. Add to the file what you would do differently; the next team will thank you.
        `,
      },
    ],
  }),
];
