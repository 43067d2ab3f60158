"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SectionHead } from "../../_components/section-head";
import { EventPage } from "./event-page";

/** Everything that happened to the plan, newest first; older pages are added below as they are asked for. */
export function Activity() {
  const t = useTranslations("activity");
  const [pages, setPages] = useState<(Date | undefined)[]>([undefined]);
  return (
    <>
      <SectionHead title={t("title")} lead={t("lead")} />
      <div className="max-w-[760px]">
        {pages.map((before, at) => (
          <EventPage
            key={before?.getTime() ?? "newest"}
            before={before}
            isLast={at === pages.length - 1}
            onOlder={(next) => setPages((known) => [...known, next])}
          />
        ))}
      </div>
    </>
  );
}
