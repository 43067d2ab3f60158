import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A program as one file: whoever takes a killed worker's place is there in a fifth of the time. @returns where it is. */
export async function bundle(name: "worker-process" | "half-process", folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(root, `tests/simulate/${name}.ts`)],
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    outfile,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
