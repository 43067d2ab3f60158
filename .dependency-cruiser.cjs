// The rooms and who may enter which. Each message says where the code belongs. There is no list of exceptions.
// `npm test -- architecture` checks them on the sources as JavaScript: a path ends in .js here, and an import that only
// types need is a dynamic one.
const schemas = "^server/domain/[^/]+/schemas\\.js$";
const permissions = "^server/domain/_kernel/(permissions|fields|refusal|email-address)\\.js$";
const vocabulary = "^db/vocabulary\\.js$";
// Everything that people read, mails included, stands in one place.
const texts = "^app/(_messages/|_i18n/(locales|pseudo)\\.js$)";
// What a colour becomes, on screens and in mails alike.
const look = "^app/_look/";
const settings = "^server/(env|log)\\.js$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "screens-ask-the-api",
      comment:
        "A screen gets data through tRPC (server/trpc). It may import a noun's schemas.ts and the permission table. Move the rest behind a verb and call it.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/api/" },
      to: {
        path: "^(db|emails|server)/",
        pathNot: ["^server/trpc/", schemas, permissions, vocabulary, "^server/env\\.js$"],
      },
    },
    {
      name: "mounts-only-mount",
      comment:
        "A route in app/api only mounts a transport: what it does belongs in server/trpc, server/auth, server/mail or server/api.",
      severity: "error",
      from: { path: "^app/api/" },
      to: { path: "^(db|emails|server/(domain|jobs|cli))/", pathNot: [schemas, permissions] },
    },
    {
      name: "domain-knows-no-transport",
      comment:
        "The domain is called; it calls no transport. Enqueue through a kernel port instead, and let server/jobs or server/mail carry it out.",
      severity: "error",
      from: { path: "^server/domain/" },
      to: {
        path: [
          "^app/",
          "^server/(trpc|jobs|api|auth|mail|cli)/",
          "node_modules/(next|next-auth|@trpc|nodemailer|resend)/",
        ],
      },
    },
    {
      name: "nouns-have-one-door",
      comment:
        "Another noun's files are reached through its index.ts (or schemas.ts for shapes). Export there what is needed, or move it to its noun.",
      severity: "error",
      from: { path: "^server/domain/([^/]+)/" },
      to: {
        path: "^server/domain/[^_/][^/]*/.",
        pathNot: ["^server/domain/$1/", "^server/domain/[^/]+/(index|schemas)\\.js$"],
      },
    },
    {
      name: "transports-use-the-door",
      comment: "Transports and commands call verbs exported by a noun's index.ts. Export the verb there.",
      severity: "error",
      from: { path: "^(server/(trpc|jobs|api|auth|mail|live|files|cli)|db|emails)/" },
      to: { path: "^server/domain/[^_/][^/]*/.", pathNot: "^server/domain/[^/]+/(index|schemas)\\.js$" },
    },
    {
      name: "routers-hold-no-queries",
      comment: "A router is a list of verbs. A query belongs in a verb of its noun in server/domain.",
      severity: "error",
      from: { path: "^server/trpc/" },
      to: { path: "^(db|emails|app)/" },
    },
    {
      name: "database-looks-at-nobody",
      comment:
        "db/ knows tables and connections only. What needs a rule belongs in server/domain; what needs a command belongs in server/cli.",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/seed/" },
      to: { path: "^(app|server|emails)/", pathNot: settings },
    },
    {
      name: "seed-uses-verbs",
      comment: "The demo workspace is made through verbs or tables, never through a screen or a transport.",
      severity: "error",
      from: { path: "^db/seed/" },
      to: { path: "^(app|emails|server/(trpc|jobs|api|auth|mail|live|cli))/" },
    },
    {
      name: "mails-are-templates",
      comment: "An email is props, subject and component. Data is fetched by the job that sends it (server/mail).",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^(app|db|server)/", pathNot: texts },
    },
    {
      name: "server-draws-nothing",
      comment: "server/ does not import screens. Shared shapes belong in a noun's schemas.ts.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^app/", pathNot: [texts, look] },
    },
    {
      name: "tests-stay-outside",
      comment: "Code that runs in production does not import tests. Move what is shared to its room.",
      severity: "error",
      from: { path: "^(app|server|db|emails)/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one thing, or hide a third: take out what both need.",
      severity: "error",
      from: { path: "^(app|server|db|emails)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import"] } },
    },
    {
      name: "no-development-packages",
      comment: "Production code imports a package of devDependencies. Move it to dependencies.",
      severity: "error",
      from: { path: "^(app|server|db|emails)/", pathNot: "^server/cli/testing/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["dynamic-import"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
  },
};
