import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    // Next resolves it to nothing on the server; outside of Next the package throws by design.
    { find: "server-only", replacement: `${root}node_modules/server-only/empty.js` },
  ],
};
const databaseTests = ["tests/integration/**/*.test.{ts,tsx}", "tests/attack/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 30_000 },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: databaseTests,
          environment: "node",
          globalSetup: ["tests/support/global-database.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // It imports Next's files without their endings, which only a bundler finds.
          server: { deps: { inline: ["next-auth"] } },
        },
      },
    ],
  },
});
