import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const decision = [
  milestoneOf({
    key: "contract",
    title: "Legal and procurement",
    job: "supplier_selection",
    definitionOfDone:
      "The agreement has no open points, the supplier is registered, and procurement has approved the terms and the price.",
    steps: [
      {
        key: "supplier-registration",
        title: "Start the supplier registration",
        kind: "task",
        owner: buyer("procurement"),
        due: "start+20",
        description: prose`
          Send us the forms early: registration often takes longer than the contract. We return them within three working days,
          with bank details confirmed by telephone.
        `,
      },
      {
        key: "agreement-draft",
        title: "Send the agreement and the data-processing terms",
        kind: "document",
        owner: seller("legal"),
        due: "start+28",
        description: prose`
          In a format that you can mark up, with a one-page summary of what we can and cannot move on. If you prefer your own
          terms, say so before this date and we begin from yours.
        `,
      },
      {
        key: "legal-markup",
        title: "Mark up the agreement",
        kind: "document",
        owner: buyer("legal"),
        due: "start+42",
        dependsOn: ["agreement-draft", "data-protection"],
        description: prose`
          Please sort your points into "must change" and "would like". Liability, data, notice periods and what happens to your
          data at the end deserve the first hour.
        `,
      },
      {
        key: "legal-settled",
        title: "Settle the open points in one call",
        kind: "meeting",
        owner: buyer("legal"),
        due: "target-11",
        dependsOn: ["legal-markup"],
        description: prose`
          Both lawyers and one person from each side who may decide. What is left after an hour goes to two named people with a
          day to settle it.
        `,
      },
      {
        key: "procurement-approval",
        title: "Approve terms and price",
        kind: "approval",
        owner: buyer("procurement"),
        due: "target-8",
        dependsOn: ["supplier-registration", "price-proposal", "legal-settled"],
        description: prose`
          Compare like with like: the same number of people, the same years, the same service. Anything that you still want to
          negotiate has to be named by this day, or it will cost the decision date.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "day-one",
    title: "Be ready for the first day",
    job: "requirements_building",
    definitionOfDone:
      "The first ninety days are planned with names, the people needed have been freed for it, and what could make it fail has been said aloud and given an owner.",
    steps: [
      {
        key: "first-ninety-days",
        title: "Plan the first ninety days together",
        kind: "document",
        owner: seller("customer_success"),
        due: "target-14",
        dependsOn: ["trial-report"],
        description: prose`
          Who begins, who follows, who teaches, what is switched off and when. Ends with the outcomes that you wanted, how each is
          measured and by whom. The board will ask for this page.
        `,
      },
      {
        key: "premortem",
        title: "Imagine that it failed",
        kind: "meeting",
        owner: buyer("executive_sponsor"),
        zone: "committee",
        due: "target-11",
        dependsOn: ["hear-doubts", "first-ninety-days"],
        description: prose`
          It is a year later and nobody uses it: why? Everyone writes alone for five minutes, then you read aloud. Take the three
          likeliest reasons and give each someone who watches for it.
        `,
      },
      {
        key: "people-freed",
        title: "Free the people who will make it work",
        kind: "task",
        owner: buyer("executive_sponsor"),
        due: "target-7",
        dependsOn: ["first-ninety-days"],
        description: prose`
          Names, days a week, and from when; agreed with their managers. If nobody can be freed this quarter, the honest thing is
          to move the first day rather than to hope.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "decide",
    title: "Board decision and signature",
    job: "consensus_creation",
    isDecision: true,
    definitionOfDone:
      "The board has decided, the agreement is signed or the refusal is recorded, and everyone who took part knows the result and the reasons.",
    steps: [
      {
        key: "board-paper",
        title: "Hand in the board paper",
        kind: "document",
        owner: buyer("champion"),
        due: "target-7",
        dependsOn: ["case-draft", "budget", "security-approval", "procurement-approval"],
        description: prose`
          The two-page case with three attachments: the trial report, the security approval and the first ninety days. Check the
          board's own deadline for papers; it is often a week before the meeting.
        `,
      },
      {
        key: "brief-sponsor",
        title: "Walk your sponsor through the paper",
        kind: "meeting",
        owner: buyer("champion"),
        zone: "committee",
        due: "target-5",
        dependsOn: ["board-paper", "recommend", "premortem"],
        description: prose`
          Fifteen minutes on the three questions that the board is likeliest to ask, and on the dissent. A sponsor who is
          surprised in the meeting asks for more time, and rightly.
        `,
      },
      {
        key: "board-approval",
        title: "The board decides",
        kind: "approval",
        owner: buyer("economic_buyer"),
        due: "target-2",
        dependsOn: ["board-paper", "people-freed"],
        description: prose`
          Yes, no, or not now until a date. Record conditions as steps. A postponement without a date is a no that nobody had to
          say: ask for the date.
        `,
      },
      {
        key: "sign",
        title: "Sign the agreement",
        kind: "signature",
        owner: buyer("economic_buyer"),
        due: "target-0",
        dependsOn: ["board-approval", "legal-settled"],
        description: prose`
          Check who may sign for this amount, and whether it takes two signatures. We countersign on the same day.
        `,
      },
      {
        key: "tell-everyone",
        title: "Tell everyone what was decided and why",
        kind: "task",
        owner: buyer("champion"),
        due: "target-0",
        dependsOn: ["board-approval"],
        description: prose`
          A few lines to all who gave their time, those who were against it first: what was decided, what tipped it, what happens
          next, and when you will check whether it was right.
        `,
      },
    ],
  }),
];
