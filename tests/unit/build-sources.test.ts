import { build } from "esbuild";
import { expect, test } from "vitest";
import { builtFrom } from "@/server/cli/launch/build";
import { filesUnder } from "@/server/cli/launch/sources";

const pages =
  /\/(page|layout|route|error|not-found|global-error|loading|template|default|icon|opengraph-image|manifest|robots|sitemap)\.tsx?$/;
const entries = [...filesUnder("app").filter((file) => pages.test(file)), "proxy.ts"];

test("every file that goes into the pages is one after whose change they are built anew", async () => {
  const { metafile } = await build({
    entryPoints: entries,
    bundle: true,
    write: false,
    metafile: true,
    outdir: "nowhere",
    format: "esm",
    platform: "node",
    packages: "external",
    jsx: "automatic",
    logLevel: "silent",
    loader: { ".css": "empty" },
  });
  const known = new Set(builtFrom());
  const inputs = Object.keys(metafile.inputs).filter((file) => !file.startsWith("node_modules/"));
  expect(inputs.length).toBeGreaterThan(entries.length);
  expect(inputs.filter((file) => !known.has(file))).toEqual([]);
});

test("what sets up the build counts as well, and what runs beside the pages does not", () => {
  const known = new Set(builtFrom());
  for (const file of ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"]) {
    expect(known).toContain(file);
  }
  expect(known).not.toContain("server/cli/serve.ts");
  expect(known).not.toContain("db/seed/stories/northwind.ts");
});
