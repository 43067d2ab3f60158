import { prose } from "../../prose";
import { buyer, milestoneOf } from "../../types";

export const specification = [
  milestoneOf({
    key: "specification",
    title: "Write the tender documents",
    job: "requirements_building",
    definitionOfDone:
      "Outcomes, minimum requirements, award criteria with weights and contract terms are approved, neutral towards suppliers, and published.",
    steps: [
      {
        key: "outcomes",
        title: "Describe outcomes rather than features",
        kind: "document",
        owner: buyer("evaluator"),
        due: "start+30",
        dependsOn: ["need-agreed", "open-day"],
        description: prose`
          For each requirement: what has to be possible, for whom, and how a bidder can prove it. Mark as *minimum* only what you
          would exclude a bid for, since you will have to.
        `,
      },
      {
        key: "security-requirements",
        title: "Set security, data-protection and accessibility requirements",
        kind: "document",
        owner: buyer("security"),
        due: "start+31",
        dependsOn: ["need-agreed"],
        description: prose`
          Ask for evidence that any serious supplier has: certificates, hosting region, deletion, an accessibility statement. A
          requirement without a way to prove it only favours the bold.
        `,
      },
      {
        key: "contract-terms",
        title: "Draft the contract",
        kind: "document",
        owner: buyer("legal"),
        due: "start+32",
        dependsOn: ["procedure"],
        description: prose`
          Term and extensions, indexing, service levels, data at the end, and how changes are priced. What cannot be negotiated
          after the bids has to be right before them.
        `,
      },
      {
        key: "award-criteria",
        title: "Fix award criteria and weights",
        kind: "approval",
        owner: buyer("procurement"),
        due: "start+33",
        dependsOn: ["outcomes"],
        description: prose`
          Criteria, weights, the scale, and how price becomes points. Try it on three invented bids: if the bid that you would
          least like to have wins, the formula is wrong, and now is the last time to change it.
        `,
      },
      {
        key: "neutrality",
        title: "Check that at least three suppliers could win",
        kind: "task",
        owner: buyer("legal"),
        zone: "committee",
        due: "start+34",
        dependsOn: ["outcomes", "security-requirements", "award-criteria"],
        description: prose`
          Go through the minimum requirements and name for each who could meet them. Strike what only one can, unless you could
          defend it before a review body.
        `,
      },
      {
        key: "publish",
        title: "Publish the tender",
        kind: "document",
        owner: buyer("procurement"),
        due: "start+36",
        dependsOn: ["outcomes", "security-requirements", "award-criteria", "contract-terms", "budget"],
        description: prose`
          All documents at once, with the dates for questions and bids. From here on suppliers ask only through the official
          channel; nobody on this plan answers anything elsewhere.
        `,
      },
    ],
  }),
];
