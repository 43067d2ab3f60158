"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useTRPC } from "@/app/_trpc/client";
import { MailList } from "./mail-list";
import { MailView } from "./mail-view";

const LOOK_AGAIN_MS = 2_000;

/** The mails at the left, the chosen one at the right; on a phone one after the other. Which is chosen is in the URL. */
export function Mailbox() {
  const t = useTranslations("mailbox");
  const api = useTRPC();
  const chosen = useSearchParams().get("mail");
  const [to, setTo] = useState("");
  const { data: mails, isRefetchError } = useSuspenseQuery(
    api.mailbox.list.queryOptions({ limit: 100 }, { refetchInterval: LOOK_AGAIN_MS }),
  );
  if (mails.length === 0) {
    return (
      <EmptyState title={t("noneTitle")} className="mt-8">
        <p aria-live="polite">{t("none")}</p>
      </EmptyState>
    );
  }

  const wanted = to.trim().toLowerCase();
  const shown = mails.filter((mail) => mail.to.includes(wanted));
  return (
    <div className="mt-8 grid flex-1 gap-x-10 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section aria-label={t("list")} className={clsx("min-w-0", chosen && "max-lg:hidden")}>
        <Field label={t("filter")}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={to}
              placeholder={t("filterHint")}
              autoComplete="off"
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        {isRefetchError ? <p className="mt-3 text-sm text-warn">{t("lost")}</p> : null}
        {shown.length > 0 ? (
          <MailList mails={shown} chosen={chosen} />
        ) : (
          <p className="mt-4 text-ink-2">{t("noMatch", { address: to.trim() })}</p>
        )}
      </section>
      <div className={clsx("min-w-0", !chosen && "max-lg:hidden")}>
        {chosen ? <MailView key={chosen} id={chosen} /> : <p className="text-ink-2">{t("choose")}</p>}
      </div>
    </div>
  );
}
