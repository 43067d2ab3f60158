// Mends what a pinned package has wrong until a release does. Runs after each install, and again costs a look at two files.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * postgres 3.4.9. It leaves small writes to Nagle's algorithm, which holds a transaction's next statement back until the last one
 * is acknowledged; PostgreSQL's own library never does. And, https://github.com/porsager/postgres/issues/1154: when the database
 * goes away inside a transaction, the rollback is written to a socket that is gone, which ends the process; and what waited to be
 * written stays waiting, so that the connection never opens again.
 */
const mends = [
  { old: ": new net.Socket()\n", mended: ": new net.Socket().setNoDelay()\n" },
  {
    old: "    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)",
    mended:
      "    clearImmediate(nextWriteTimer)\n    nextWriteTimer = chunk = null\n    socket.removeListener('data', data)",
  },
  {
    old: "  function nextWrite(fn) {\n    const x =",
    mended: `  function nextWrite(fn) {
    if (!socket) {
      const gone = Errors.connection('CONNECTION_CLOSED', options)
      query && queryError(query, gone)
      while (sent.length) queryError(sent.shift(), gone)
      query = chunk = nextWriteTimer = null
      return true
    }
    const x =`,
  },
];

export function mendPackages(root) {
  for (const path of ["src/connection.js", "cjs/src/connection.js"]) {
    const file = join(root, "node_modules/postgres", path);
    const found = readFileSync(file, "utf8");
    const wanted = mends.filter(({ mended }) => !found.includes(mended));
    if (wanted.length === 0) continue;
    if (!wanted.every(({ old }) => found.includes(old))) {
      throw new Error(
        `${file} is not the version that server/cli/mend-packages.mjs mends: see whether it still has to`,
      );
    }
    const text = wanted.reduce((given, { old, mended }) => given.replace(old, () => mended), found);
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mendPackages(fileURLToPath(new URL("../..", import.meta.url)));
}
