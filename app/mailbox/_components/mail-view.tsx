"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/app/_components/ui/callout";
import { MomentText } from "@/app/_components/ui/date-text";
import { Skeleton, SkeletonRegion } from "@/app/_components/ui/skeleton";
import { Tabs } from "@/app/_components/ui/tabs";
import { useTRPC } from "@/app/_trpc/client";
import type { MailboxMail } from "@/server/domain/mailbox/schemas";
import { HeaderList } from "./header-list";
import { MailFrame } from "./mail-frame";

export function MailView({ id }: { id: string }) {
  const t = useTranslations("mailbox");
  const { data: mail, isError } = useQuery(useTRPC().mailbox.read.queryOptions({ id }));
  return (
    <article className="flex h-full flex-col">
      <Link
        href="/mailbox"
        scroll={false}
        className="tap-target mb-4 inline-flex items-center gap-1.5 self-start text-sm text-ink-2 hover:text-ink lg:hidden"
      >
        <ArrowLeft size={14} aria-hidden="true" /> {t("back")}
      </Link>
      {mail ? <Opened mail={mail} /> : null}
      {isError ? (
        <Callout title={t("goneTitle")} announce>
          {t("gone")}
        </Callout>
      ) : null}
      {mail || isError ? null : (
        <SkeletonRegion>
          <Skeleton className="h-5 w-80 max-w-full" />
          <Skeleton className="mt-3 h-4 w-56" />
        </SkeletonRegion>
      )}
    </article>
  );
}

type Part = "html" | "text" | "calendar" | "headers";

function Opened({ mail }: { mail: MailboxMail }) {
  const t = useTranslations("mailbox");
  const [part, setPart] = useState<Part>("html");
  const parts: Part[] = ["html", "text", ...(mail.calendar ? ["calendar" as const] : []), "headers"];
  return (
    <>
      <h2 className="text-lg wrap-anywhere">{mail.subject}</h2>
      <p className="mt-1 flex flex-wrap gap-x-2 text-sm text-ink-2">
        <span className="wrap-anywhere">{t("to", { address: mail.to })}</span>
        <MomentText at={mail.sentAt} className="text-ink-3" />
      </p>
      <Tabs
        label={t("parts")}
        tabs={parts.map((value) => ({ value, label: t(value) }))}
        value={part}
        onValueChange={setPart}
        className="mt-4"
      >
        {part === "html" ? <MailFrame html={mail.html} title={t("frame", { subject: mail.subject })} /> : null}
        {part === "text" || part === "calendar" ? (
          <pre className="rounded-lg border border-line bg-surface p-5 text-sm whitespace-pre-wrap wrap-anywhere">
            {mail[part]}
          </pre>
        ) : null}
        {part === "headers" ? <HeaderList headers={mail.headers} /> : null}
      </Tabs>
    </>
  );
}
