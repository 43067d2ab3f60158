import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** An SMTP server in a process of its own: takes every mail, and says when it had so many. */
let left = 0;

const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  onData: (stream, _session, done) => {
    stream.resume();
    stream.once("end", () => {
      done();
      left -= 1;
      if (left === 0) process.send?.({ at: Date.now() });
    });
  },
});
server.on("error", () => {});

process.on("SIGTERM", () => process.exit(0)).on("disconnect", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  process.on("message", ({ what, mails = 0 }: { what: "address" | "take"; mails?: number }) => {
    if (what === "take") left = mails;
    else process.send?.({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
  });
});
