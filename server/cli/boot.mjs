// Runs with nothing but Node: installs the packages if they are missing or not those of the lockfile, then hands over.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [command = "start"] = process.argv.splice(2, 1);

refuseOldNode();
process.chdir(root);
if (!isInstalled()) install();
await import(pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href);
await import(`./${command}.ts`);

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Throughline needs Node 20.19 or later; this is ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  );
}

/** npm writes down what it installed last, so an install by hand counts as well as ours. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === "") return true;
    const there = found[path];
    return there ? there.version === version : optional || devOptional || peer;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

function install() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(`Cannot write to ${root}, where the packages go. Copy the project to a directory of yours and start there.`);
  }
  process.stderr.write("Installing packages…\n");
  const npm = process.env.npm_execpath;
  const options = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const [program, words] = npm?.endsWith(".js") ? [process.execPath, [npm, ...options]] : ["npm", options];
  // Standard output stays clean: some commands print JSON there.
  const { status } = spawnSync(program, words, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) {
    stop(
      "The packages could not be installed; npm says why above. Check the network and the disk, then run this again.",
    );
  }
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
