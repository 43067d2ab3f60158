"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import { Button } from "@/app/_components/ui/button";
import { Textarea } from "@/app/_components/ui/input";

type StepDescriptionProps = {
  description: string | null;
  /** Absent for those who may only read. */
  onSave: ((description: string | null, was: string | null) => Promise<{ ok: boolean }>) | undefined;
};

/** What is to be done, in Markdown. Loaded with the panel, since its reader and its cleaner are heavy. */
export default function StepDescription({ description, onSave }: StepDescriptionProps) {
  const t = useTranslations("steps.description");
  const common = useTranslations("common");
  const [typed, setTyped] = useState<string | null>(null);
  const was = useRef(description);

  async function save() {
    if (!onSave || typed === null) return;
    const kept = typed;
    setTyped(null);
    const next = kept.trim() || null;
    if (next === was.current) return;
    const outcome = await onSave(next, was.current);
    if (!outcome.ok) setTyped((now) => now ?? kept);
  }

  if (typed !== null) {
    return (
      <div className="mt-5">
        <Textarea
          autoFocus
          rows={5}
          maxLength={10_000}
          aria-label={t("label")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
            if (event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            setTyped(null);
          }}
        />
        <div className="mt-2 flex items-center justify-between gap-3">
          <p className="text-xs text-ink-3">{t("hint")}</p>
          <span className="flex gap-2">
            <Button size="sm" variant="ghost" onClick={() => setTyped(null)}>
              {common("cancel")}
            </Button>
            <Button size="sm" variant="primary" onClick={() => void save()}>
              {common("save")}
            </Button>
          </span>
        </div>
      </div>
    );
  }
  return (
    <div className="mt-5">
      {description ? (
        <div className="wrap-anywhere">
          <Markdown
            rehypePlugins={[rehypeSanitize]}
            components={{
              a: ({ href, children }) => (
                <a
                  href={href}
                  rel="noreferrer nofollow"
                  target="_blank"
                  className="text-accent underline underline-offset-3"
                >
                  {children}
                </a>
              ),
              ul: ({ children }) => <ul className="my-2 list-disc pl-5">{children}</ul>,
              ol: ({ children }) => <ol className="my-2 list-decimal pl-5">{children}</ol>,
              p: ({ children }) => <p className="my-2 first:mt-0">{children}</p>,
              h1: ({ children }) => <h3 className="mt-3 mb-1">{children}</h3>,
              h2: ({ children }) => <h3 className="mt-3 mb-1">{children}</h3>,
              img: () => null,
            }}
          >
            {description}
          </Markdown>
        </div>
      ) : null}
      {onSave ? (
        <button
          type="button"
          onClick={() => {
            was.current = description;
            setTyped(description ?? "");
          }}
          className="tap-target text-sm text-accent underline-offset-3 hover:underline"
        >
          {description ? t("edit") : t("add")}
        </button>
      ) : null}
    </div>
  );
}
