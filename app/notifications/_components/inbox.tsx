"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { preferencesPath } from "@/app/_components/shell/paths";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useTRPC } from "@/app/_trpc/client";
import { usePulse } from "@/app/_trpc/live-own";
import { MOST_NOTICES } from "@/server/domain/notification/schemas";
import { NoticeDays } from "./notice-days";
import { useReading } from "./use-reading";

const MORE = 50;

/** What the reader was told, the newest first; as much further back as they ask for. */
export function Inbox() {
  const t = useTranslations("notifications");
  const [limit, setLimit] = useState(MORE);
  const options = useTRPC().notification.list.queryOptions({ limit });
  const { data, isError, isFetching, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  const unread = usePulse()?.unread ?? 0;
  const { read, readAll } = useReading();
  const newest = data?.notices[0];
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        className="mb-7!"
        actions={
          <>
            {newest ? (
              <Button disabled={unread === 0} onClick={() => readAll(newest.createdAt)}>
                {t("allRead")}
              </Button>
            ) : null}
            <ButtonLink href={preferencesPath}>{t("choose")}</ButtonLink>
          </>
        }
      />
      <div className="max-w-[760px]">
        {isError ? (
          <EmptyState title={t("failed")} action={<Button onClick={() => refetch()}>{t("tryAgain")}</Button>}>
            {t("failedHint")}
          </EmptyState>
        ) : null}
        {data && newest ? <NoticeDays notices={data.notices} today={data.today} onOpen={read} /> : null}
        {data && !newest ? <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState> : null}
        {data?.hasMore && limit < MOST_NOTICES ? (
          <Button className="mt-8" pending={isFetching} onClick={() => setLimit((known) => known + MORE)}>
            {t("older")}
          </Button>
        ) : null}
      </div>
    </PageBody>
  );
}
