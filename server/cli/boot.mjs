// Runs with nothing but Node: installs the packages if they are missing or not those of the lockfile, then hands over.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mendPackages } from "./mend-packages.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const remedy = "Copy the project to a directory of yours and start there.";
const [command = "start"] = process.argv.splice(2, 1);

refuseOldNode();
process.chdir(root);
while (!isInstalled()) await takeTurns(install);
mendPackages(root);
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

/** Two commands started at once on a bare clone: one installs, the other waits and looks again. */
async function takeTurns(work) {
  const turn = join(root, ".installing");
  try {
    writeFileSync(turn, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") stop(`Cannot write to ${root}, where the packages go (${error.code}). ${remedy}`);
    if (!isRunning(Number(readFileSync(turn, "utf8")))) rmSync(turn, { force: true });
    return new Promise((resolve) => setTimeout(resolve, 500));
  }
  const leave = () => rmSync(turn, { force: true });
  // Ctrl-C ends npm; we then say so and leave in order.
  const wait = () => {};
  process.once("exit", leave).on("SIGINT", wait);
  work();
  process.off("exit", leave).off("SIGINT", wait);
  leave();
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
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
  if (!isInstalled())
    stop("npm installed other packages than package-lock.json names. Run `npm ci` and see what it says.");
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
