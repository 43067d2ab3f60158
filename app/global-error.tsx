"use client";

import "./globals.css";
import texts from "./_messages/en/errors.json";

/** Stands in for the root layout itself, so neither fonts nor the reader's language are there. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{texts.page.title}</title>
        <main className="mx-auto flex max-w-md flex-col items-start gap-4 px-5 pt-24">
          <h1 className="text-2xl">{texts.page.title}</h1>
          <p className="text-ink-2">{texts.page.body}</p>
          <button
            type="button"
            onClick={retry}
            className="h-11 rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-hover"
          >
            {texts.page.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
