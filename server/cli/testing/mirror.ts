import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { transform } from "esbuild";

const importing = /^\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/**
 * Writes the sources as plain JavaScript, path for path. dependency-cruiser reads TypeScript only through a compiler with a
 * JavaScript API, which TypeScript 7 no longer has. An import that only types need comes out as a dynamic one.
 * @returns the original path of each file written.
 */
export async function mirrorAsJavaScript(files: string[], target: string): Promise<Map<string, string>> {
  rmSync(target, { recursive: true, force: true });
  const originals = await Promise.all(files.map((file) => mirrorOne(file, target)));
  return new Map(originals);
}

async function mirrorOne(file: string, target: string): Promise<[string, string]> {
  const extension = extname(file);
  const isScript = extension === ".ts" || extension === ".tsx";
  const path = isScript ? `${file.slice(0, -extension.length)}.js` : file;
  mkdirSync(dirname(join(target, path)), { recursive: true });
  const source = readFileSync(file, "utf8");
  writeFileSync(join(target, path), isScript ? await toJavaScript(source, extension) : source);
  return [path, file];
}

async function toJavaScript(source: string, extension: string): Promise<string> {
  const { code } = await transform(source, {
    loader: extension === ".tsx" ? "tsx" : "ts",
    jsx: "automatic",
    format: "esm",
  });
  const kept = new Set(specifiers(code));
  const onlyTypes = specifiers(source).filter((name) => !kept.has(name));
  return [code, ...onlyTypes.map((name) => `import(${JSON.stringify(name)});`)].join("\n");
}

function specifiers(code: string): string[] {
  return [...code.matchAll(importing)].flatMap(([, from, called]) => from ?? called ?? []);
}
