import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const frame = [
  milestoneOf({
    key: "problem",
    title: "Say what the pilot is for",
    job: "problem_identification",
    definitionOfDone:
      "The problem and today's figures are written down, and the team that will do the pilot agrees with both.",
    steps: [
      {
        key: "problem-note",
        title: "Write down the problem in three sentences",
        kind: "document",
        owner: buyer("champion"),
        due: "start+1",
        description: prose`
          What goes wrong, for whom, and how often. A pilot without a problem always succeeds and never leads anywhere.
        `,
      },
      {
        key: "todays-figures",
        title: "Measure how it goes today",
        kind: "task",
        owner: buyer("user"),
        due: "start+4",
        dependsOn: ["problem-note"],
        description: prose`
          Two or three figures from an ordinary week: minutes, errors, requests left open. A rough count by hand is enough, as
          long as you can count the same way at the end.
        `,
      },
      {
        key: "problem-agreed",
        title: "Agree the problem with the team",
        kind: "approval",
        owner: buyer("champion"),
        due: "start+5",
        dependsOn: ["problem-note", "todays-figures"],
        description: prose`
          Ask the people who will do the pilot, not only their manager. If they name a different problem, pilot that one.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "ways",
    title: "Look at what you could try",
    job: "solution_exploration",
    definitionOfDone:
      "The team has seen its own cases worked through, and it is clear what else could have been tried instead.",
    steps: [
      {
        key: "walkthrough",
        title: "See three of your own cases worked through",
        kind: "meeting",
        owner: seller("solution_engineer"),
        due: "start+4",
        dependsOn: ["problem-note"],
        description: prose`
          Forty-five minutes. Bring one easy case, one ordinary one, and the one that everybody complains about. We say plainly
          which of them we would leave out of the pilot.
        `,
      },
      {
        key: "other-ways",
        title: "Note what else you could try",
        kind: "task",
        owner: buyer("evaluator"),
        zone: "committee",
        due: "start+5",
        dependsOn: ["problem-note"],
        description: prose`
          Another supplier, a change in how you work, a tool that you already pay for, or leaving it. One line on each: you will
          be asked, and the pilot is more convincing if it was not the only idea.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "believers",
    title: "Agree who has to believe the result",
    job: "consensus_creation",
    definitionOfDone:
      "Whoever decides afterwards has said beforehand which result would make them go on and which would make them stop.",
    steps: [
      {
        key: "audience",
        title: "List who has to believe the result",
        kind: "task",
        owner: buyer("champion"),
        zone: "committee",
        due: "start+2",
        description: prose`
          Only your side sees this. Who decides after the pilot? Who would say "nice, but it would never work with us"? Invite the
          second person to choose one of the measures.
        `,
      },
      {
        key: "data-rules",
        title: "Say which data may be used",
        kind: "question",
        owner: buyer("security"),
        due: "start+4",
        description: prose`
          Real data, masked data or made-up data; who may see it; when it has to be deleted. A short answer now keeps the pilot
          from stopping on its second day.
        `,
      },
      {
        key: "go-on-rule",
        title: "Say in advance what would make you go on",
        kind: "approval",
        owner: buyer("decision_maker"),
        due: "start+6",
        dependsOn: ["problem-agreed"],
        description: prose`
          Complete two sentences: "We go on if …" and "We stop if …". Name the day on which you will decide, and put it into your
          diary today.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "success",
    title: "Agree what success means",
    job: "requirements_building",
    definitionOfDone:
      "Three measures with a figure for success and one for stopping, the smallest set-up that IT can live with, and signed pilot terms.",
    steps: [
      {
        key: "measures",
        title: "Choose three measures and their figures",
        kind: "document",
        owner: buyer("evaluator"),
        due: "start+7",
        dependsOn: ["todays-figures", "go-on-rule"],
        description: prose`
          One for the result, one for the effort, one for how people feel about it. For each: today, success, stop. Two weeks show
          a difference of a fifth or more; do not hope to prove two per cent.
        `,
      },
      {
        key: "pilot-terms",
        title: "Send the pilot terms",
        kind: "document",
        owner: seller("legal"),
        due: "start+4",
        description: prose`
          Two pages: free of charge or at what price, how long, whose data, confidentiality, and that it ends by itself. Nothing
          in them commits you to buy.
        `,
      },
      {
        key: "smallest-setup",
        title: "Agree the smallest set-up that is enough",
        kind: "task",
        owner: buyer("technical"),
        due: "start+7",
        dependsOn: ["walkthrough", "data-rules"],
        description: prose`
          Who signs in and how, which data is loaded once, and what is left unconnected for now. Write down what the pilot will
          therefore not be able to show.
        `,
      },
      {
        key: "terms-signed",
        title: "Sign the pilot terms",
        kind: "signature",
        owner: buyer("legal"),
        due: "start+8",
        dependsOn: ["pilot-terms", "data-rules"],
        description: prose`
          If your own confidentiality agreement is quicker, send that and we sign it within two working days.
        `,
      },
    ],
  }),
];
