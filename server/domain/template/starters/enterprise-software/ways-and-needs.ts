import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const waysAndNeeds = [
  milestoneOf({
    key: "ways",
    title: "Look at the ways to solve it",
    job: "solution_exploration",
    definitionOfDone:
      "Buying, building, changing how you work and doing nothing have each been looked at seriously, and what is left is short enough to check properly.",
    steps: [
      {
        key: "list-ways",
        title: "List the ways to solve it, doing nothing included",
        kind: "task",
        owner: buyer("evaluator"),
        zone: "committee",
        due: "start+13",
        dependsOn: ["problem-agreed"],
        description: prose`
          Only your side sees this step, so name other suppliers freely. For each way write what it would change about the
          problem, roughly what it costs, and what you would have to stop doing. Doing nothing is a real choice: give it a row.
        `,
      },
      {
        key: "walkthrough",
        title: "See your own cases worked through",
        kind: "meeting",
        owner: seller("solution_engineer"),
        due: "start+15",
        dependsOn: ["problem-users"],
        description: prose`
          One hour on the cases that your people showed, not a tour of features. We say where we do it well, where we do it
          differently from what you expect, and where we do not do it.

          Please bring two people who do the work every day.
        `,
      },
      {
        key: "find-references",
        title: "Find two customers who resemble {{customer}}",
        kind: "task",
        owner: seller("customer_success"),
        zone: "seller",
        due: "start+16",
        description: prose`
          Same problem, similar size, live for at least a year, and willing to talk without us on the call. One of them should
          have had a hard start: that conversation is the one that convinces.
        `,
      },
      {
        key: "build-estimate",
        title: "Work out what building it would take",
        kind: "task",
        owner: buyer("technical"),
        zone: "committee",
        due: "start+18",
        dependsOn: ["list-ways"],
        description: prose`
          An honest estimate in weeks and people, and then the part that is usually forgotten: who keeps it running in year
          three, who answers at night, and what those people would otherwise be working on.
        `,
      },
      {
        key: "reference-calls",
        title: "Talk to two customers without us in the room",
        kind: "meeting",
        owner: buyer("evaluator"),
        due: "start+22",
        dependsOn: ["walkthrough"],
        description: prose`
          We introduce you and leave. Questions that get useful answers:

          - What took longer than you were told?
          - What did you stop using it for?
          - Who was against it, and what do they say now?
        `,
      },
      {
        key: "shortlist",
        title: "Keep only what is worth checking",
        kind: "approval",
        owner: buyer("champion"),
        zone: "committee",
        due: "start+24",
        dependsOn: ["list-ways", "build-estimate", "walkthrough"],
        description: prose`
          Two or three options, and doing nothing. Write one line on why each of the others left, so that the question is not
          opened again in week nine.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "needs",
    title: "Write down what it must do",
    job: "requirements_building",
    definitionOfDone:
      "No more than ten must-haves, each with the person who needs it; what it has to connect to is drawn; the criteria and their weights are agreed; every must-have has a written answer.",
    steps: [
      {
        key: "must-haves",
        title: "Write the must-haves, ten at most",
        kind: "document",
        owner: buyer("evaluator"),
        due: "start+18",
        dependsOn: ["problem-agreed"],
        description: prose`
          A must-have is something without which you would not sign. For each: what has to be possible, who needs it, and how
          you would see in five minutes that it works. Everything else is a wish; keep the wishes in a second list.
        `,
      },
      {
        key: "connections",
        title: "Draw what it has to connect to",
        kind: "document",
        owner: buyer("technical"),
        due: "start+20",
        description: prose`
          One page: the systems on either side, what flows between them, who owns each, and how people sign in. Mark what has to
          work on the first day and what can follow. Say so if single sign-on is required at go-live.
        `,
      },
      {
        key: "criteria-weights",
        title: "Agree the criteria and what each weighs",
        kind: "approval",
        owner: buyer("champion"),
        due: "start+25",
        dependsOn: ["must-haves"],
        description: prose`
          Do this before anybody rates an option. The suggestions under *Decision* are a beginning: strike what does not matter
          to you. If everything weighs the same, ask which one you would give up first.
        `,
      },
      {
        key: "written-answers",
        title: "Answer each must-have in writing",
        kind: "document",
        owner: seller("solution_engineer"),
        due: "start+28",
        dependsOn: ["must-haves", "connections"],
        description: prose`
          For every must-have: yes, with where to see it; no; or by which date, and whether we put that date in the agreement.
          "Partly" is not an answer.
        `,
      },
    ],
  }),
];
