import Digest from "@/emails/digest";
import { renderMail } from "@/server/mail/render";

const {
  plans: [ofOne],
  ...digest
} = Digest.PreviewProps;

/** Renders so many weekly digests of one plan each time it is asked, and says how many milliseconds that took. Warm after the first. */
process.on("message", async ({ mails }: { mails: number }) => {
  const props = { ...digest, plans: [ofOne], quiet: [] };
  const startedAt = performance.now();
  for (let n = 0; n < mails; n++) {
    const { html } = await renderMail({ template: "digest", props, to: `p${n}@bench.test`, locale: "en" });
    if (!html.includes("</html>")) throw new Error("a digest was not rendered");
  }
  process.send?.({ ms: performance.now() - startedAt });
});
process.on("SIGTERM", () => process.exit(0)).on("disconnect", () => process.exit(0));
