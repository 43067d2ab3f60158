import { prose } from "../../prose";
import { buyer, milestoneOf, seller } from "../../types";

export const checks = [
  milestoneOf({
    key: "security",
    title: "Security and data protection",
    job: "validation",
    definitionOfDone:
      "Security has approved in writing, with any conditions and the date by which each is met, and the data-protection assessment is signed.",
    steps: [
      {
        key: "security-pack",
        title: "Send the security pack",
        kind: "document",
        owner: seller("security_officer"),
        due: "start+12",
        description: prose`
          Certificates, the last penetration test with what was found and mended, hosting regions, sub-processors, how backups
          are restored, and whom to call. Whatever we cannot share without a confidentiality agreement is listed by name.
        `,
      },
      {
        key: "security-questions",
        title: "Send us your questions",
        kind: "question",
        owner: buyer("security"),
        due: "start+16",
        dependsOn: ["security-pack"],
        description: prose`
          Your own questionnaire in your own format is fine. If you mark the questions that would stop the purchase, we answer
          those first and you know within days whether to go on.
        `,
      },
      {
        key: "security-answers",
        title: "Answer the security questions",
        kind: "document",
        owner: seller("security_officer"),
        due: "start+24",
        dependsOn: ["security-questions"],
        description: prose`
          Each answer names its evidence. A "no" comes with what we do instead, or the date on which it becomes a "yes".
        `,
      },
      {
        key: "data-protection",
        title: "Make the data-protection assessment",
        kind: "document",
        owner: buyer("legal"),
        due: "start+32",
        dependsOn: ["security-answers"],
        description: prose`
          Which personal data, of whom, for what purpose, where it is kept and when it is deleted. Involve the works council or
          staff representatives now if it shows how individual people work; that consultation has its own calendar.
        `,
      },
      {
        key: "security-approval",
        title: "Approve the security review",
        kind: "approval",
        owner: buyer("security"),
        due: "start+36",
        dependsOn: ["security-answers", "data-protection"],
        description: prose`
          Approve, approve with conditions, or refuse. Conditions are written as steps on this plan with an owner and a date, so
          that nobody discovers them in the contract.
        `,
      },
    ],
  }),
  milestoneOf({
    key: "trial",
    title: "Try it on real work",
    job: "validation",
    definitionOfDone:
      "One team has used it for two weeks on work that mattered, and its report says what worked, what did not, and whether they would want to keep it.",
    steps: [
      {
        key: "trial-scope",
        title: "Choose one team, three tasks and what counts as success",
        kind: "task",
        owner: buyer("user"),
        due: "start+24",
        dependsOn: ["walkthrough"],
        description: prose`
          Take a team with an average amount of patience. For each task write today's figure, the figure that would convince you,
          and the figure that would make you stop. Decide this before you start; afterwards every result looks like a success.
        `,
      },
      {
        key: "trial-setup",
        title: "Set the trial up with your data",
        kind: "task",
        owner: seller("solution_engineer"),
        due: "start+28",
        dependsOn: ["trial-scope"],
        description: prose`
          We load an agreed extract, connect sign-in, and show the team how to begin in half an hour. No personal data enters
          before security agrees; until then we work with made-up records.
        `,
      },
      {
        key: "trial-run",
        title: "Work with it for two weeks",
        kind: "task",
        owner: buyer("user"),
        due: "start+38",
        dependsOn: ["trial-setup"],
        description: prose`
          Do the three tasks in it and nowhere else. Write down each moment when someone went back to the old way, with the
          reason: those notes are the most valuable result.
        `,
      },
      {
        key: "trial-report",
        title: "Report what worked and what did not",
        kind: "document",
        owner: buyer("evaluator"),
        due: "start+41",
        dependsOn: ["trial-run"],
        description: prose`
          Two pages: the three figures before and after, what went wrong, what the team would miss, and what has to change before
          everyone uses it. The team reads it before anyone else does.
        `,
      },
    ],
  }),
];
