import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";
import { MomentText } from "@/app/_components/ui/date-text";
import { Input } from "@/app/_components/ui/input";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { Feed } from "@/server/domain/feed/schemas";
import { Hidden } from "../../_access/hidden";
import { CopyAddress } from "./copy-address";
import { Part } from "./part";

type CalendarFeedsProps = { feeds: Feed[] /** What was just done. */; saved: string | null };

/** Addresses by which a calendar program reads a person's steps and meetings: over all plans, and of each. */
export function CalendarFeeds({ feeds, saved }: CalendarFeedsProps) {
  const t = useTranslations("calendar.feeds");
  return (
    <div id="calendar">
      <Part title={t("section")} lead={t("lead")}>
        <p role="status" className="mb-2 text-sm text-ink-2 empty:hidden">
          {saved === "feed-made" ? t("made") : saved === "feed-ended" ? t("ended") : null}
        </p>
        <ul>
          {feeds.map((feed) => (
            <li key={feed.planId ?? "all"} className="hairline-b py-3">
              <OneFeed feed={feed} />
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function OneFeed({ feed: { planId, planTitle, feedId, url, readAt } }: { feed: Feed }) {
  const t = useTranslations("calendar.feeds");
  const name = planTitle ?? t("all");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="wrap-anywhere">{name}</p>
          <p className="text-sm text-ink-3">
            {feedId
              ? readAt
                ? t.rich("read", { when: () => <MomentText at={readAt} /> })
                : t("never")
              : planId
                ? t("planHint")
                : t("allHint")}
          </p>
        </div>
        {feedId ? null : (
          <FeedForm does="make" values={{ plan: planId }} label={t("makeOf", { name })} words={t("make")} />
        )}
      </div>
      {feedId && url ? (
        <div className="mt-3 flex flex-col gap-3">
          <div className="flex gap-2">
            <Input readOnly value={url} aria-label={t("address", { name })} className="min-w-0 grow text-sm" />
            <CopyAddress address={url} />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <ButtonLink href={url.replace(/^https?:/, "webcal:")} size="sm">
              {t("subscribe")}
            </ButtonLink>
            <FeedForm does="make" values={{ plan: planId }} label={t("renewOf", { name })} words={t("renew")} />
            <FeedForm does="end" values={{ feed: feedId }} label={t("endOf", { name })} words={t("end")} />
          </div>
        </div>
      ) : null}
    </>
  );
}

type FeedFormProps = { does: "make" | "end"; values: Record<string, string | null>; label: string; words: string };

const FeedForm = ({ does, values, label, words }: FeedFormProps) => (
  <form method="post" action="/api/access/calendar">
    <Hidden values={{ does, ...values }} />
    <SubmitButton variant="secondary" size="sm" aria-label={label}>
      {words}
    </SubmitButton>
  </form>
);
