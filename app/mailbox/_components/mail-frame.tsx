/**
 * A mail's own HTML, shut in: no scripts, no forms, no access to this page. Its links open beside it, because a mail's reader
 * stays in the mail.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      title={title}
      srcDoc={withLinksBeside(html)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className="h-[max(32rem,calc(100dvh-19rem))] w-full rounded-lg border border-line bg-surface"
    />
  );
}

const besides = '<base target="_blank">';

const withLinksBeside = (html: string) =>
  /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + besides) : besides + html;
