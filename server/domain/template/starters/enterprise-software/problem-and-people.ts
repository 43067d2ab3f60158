import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const problemAndPeople = [
  milestoneOf({
    key: "agree-problem",
    title: "Agree the problem and what it costs",
    job: "problem_identification",
    definitionOfDone:
      "The problem is written in the words of the people who have it, the monthly cost of doing nothing has a low, a likely and a high figure, and everyone on the committee has said whether they agree.",
    steps: [
      {
        key: "problem-draft",
        title: "Write the problem in your own words",
        kind: "document",
        owner: buyer("champion"),
        due: "start+2",
        description: prose`
          Three or four sentences are enough. Leave the solution out of it: someone who has never heard of any product should
          understand what goes wrong, for whom, and how often.

          - What happens today, and when did it last happen?
          - Who notices first, and who pays for it?
          - Why does it matter this year rather than next?
        `,
      },
      {
        key: "problem-users",
        title: "Hear from the people who live with it",
        kind: "meeting",
        owner: buyer("user"),
        due: "start+5",
        dependsOn: ["problem-draft"],
        description: prose`
          Forty-five minutes with three to five people who do the work. Ask them to show a recent case rather than to give an
          opinion, and write down what they do to get round the problem: that is where the cost hides.
        `,
      },
      {
        key: "fit-check",
        title: "Check honestly whether we can help",
        kind: "task",
        owner: seller("account_executive"),
        zone: "seller",
        due: "start+6",
        dependsOn: ["problem-draft"],
        description: prose`
          Read what {{customer}} wrote before preparing anything. If the problem is not one that we solve well, say so now: it
          costs us one deal and them a quarter of a year.

          - Which customer of ours had this problem, and what changed for them?
          - What would have to be true for us to be the wrong choice?
        `,
      },
      {
        key: "cost-lines",
        title: "Put figures on doing nothing",
        kind: "task",
        owner: buyer("finance"),
        due: "start+8",
        dependsOn: ["problem-draft"],
        description: prose`
          Fill in the cost lines under *Why*: hours, rework, penalties, lost business, whatever applies. A range that you believe
          is worth more than an exact figure that nobody does. Name the person who can confirm each line.
        `,
      },
      {
        key: "problem-agreed",
        title: "Agree the problem and its cost",
        kind: "approval",
        owner: buyer("champion"),
        due: "start+10",
        dependsOn: ["problem-users", "cost-lines"],
        description: prose`
          Ask each member of the committee to mark the problem as agreed, partly agreed or not agreed. "Partly" with a reason is
          a good answer: it is cheaper to change a sentence now than to lose the board in week eleven.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "people",
    title: "Find out who must agree",
    job: "consensus_creation",
    definitionOfDone:
      "Every department that can stop the decision has a named person on the plan, and it is written down who decides, on which papers and on which day.",
    steps: [
      {
        key: "who-decides",
        title: "List who must agree, and who could stop it",
        kind: "task",
        owner: buyer("champion"),
        zone: "committee",
        due: "start+4",
        description: prose`
          Only your side sees this step. Think of the last purchase of this size: who was asked late, and what did that cost?

          - Who gains, who loses time or influence, and who has tried this before?
          - Who has to be heard although they have no vote?
        `,
      },
      {
        key: "roles-named",
        title: "Name a person for security, legal, procurement and finance",
        kind: "task",
        owner: buyer("champion"),
        due: "start+7",
        description: prose`
          Replace the open roles under *People* by names. Tell each of them what will be asked of them and when; most reviews are
          late because the reviewer learned of them in the week they were due.
        `,
      },
      {
        key: "sponsor-talk",
        title: "Ask your sponsor what they need to see",
        kind: "meeting",
        owner: buyer("champion"),
        zone: "committee",
        due: "start+9",
        dependsOn: ["who-decides"],
        description: prose`
          Twenty minutes, without slides and without the supplier. Ask what would make them say yes, what would make them say
          "not now", and what else competes for the same money. Write the answers down in their words.
        `,
      },
      {
        key: "fixed-dates",
        title: "Find the dates that cannot move",
        kind: "question",
        owner: buyer("procurement"),
        due: "start+10",
        description: prose`
          Board meetings and the deadlines for their papers, the end of the budget year, change freezes, the end of a contract
          you want to replace. If one of them falls before the decision date here, move the plan now.
        `,
      },
      {
        key: "decision-way",
        title: "Agree how the decision will be taken",
        kind: "approval",
        owner: buyer("executive_sponsor"),
        due: "start+12",
        dependsOn: ["roles-named", "fixed-dates"],
        description: prose`
          One paragraph that everyone can hold you to: who recommends, who approves, who must be consulted, on which papers,
          by which day, and what happens if people disagree.
        `,
      },
    ],
  }),
];
