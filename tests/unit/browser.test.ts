import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { firstThatRuns } from "@/server/cli/testing/browser";

const place = mkdtempSync(join(tmpdir(), "throughline-browser-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function program(name: string, script: string, mode = 0o755): string {
  const path = join(place, name);
  writeFileSync(path, script);
  chmodSync(path, mode);
  return path;
}

const good = program("chromium", '#!/bin/sh\n[ "$1" = --version ] && echo "Chromium 131.0.6778.85 built on Debian"\n');

test.each([
  [
    "is a stub that only says where to get it",
    program("stub", "#!/bin/sh\necho 'snap install chromium 1.0' >&2\nexit 1\n"),
  ],
  ["says where to get it, and that this is fine", program("polite", "#!/bin/sh\necho 'Please install the snap.'\n")],
  ["fails with its version", program("fails", "#!/bin/sh\necho 'Chromium 131.0.1'\nexit 127\n")],
  ["may not be run", program("plain", "#!/bin/sh\necho 'Chromium 131.0.1'\n", 0o644)],
  ["never answers", program("silent", "#!/bin/sh\nexec sleep 60\n")],
  ["is not there", join(place, "nothing")],
])("a browser that %s is passed over", async (_, path) => {
  expect(await firstThatRuns([path, good], 1_500)).toBe(good);
  expect(await firstThatRuns([path], 1_500)).toBeUndefined();
});

test("the first that runs is taken", async () => {
  const other = program("google-chrome", "#!/bin/sh\necho 'Google Chrome 140.0.1'\n");
  expect(await firstThatRuns([good, other])).toBe(good);
  expect(await firstThatRuns([other, good])).toBe(other);
});
