"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Callout } from "@/app/_components/ui/callout";
import { Skeleton, SkeletonRegion } from "@/app/_components/ui/skeleton";
import { readGallery } from "./read-gallery";
import { Shown } from "./shown";
import { TemplateList } from "./template-list";
import { useWanted } from "./use-wanted";

/** The templates at the left, the chosen one's example at the right: in a language, in light and dark, as wide as a phone or a window. */
export function Gallery() {
  const t = useTranslations("mailbox.gallery");
  const [wanted, want] = useWanted();
  const { template, locale } = wanted;
  const { data, isError } = useQuery({
    queryKey: ["gallery", template, locale],
    queryFn: ({ signal }) => readGallery({ template, locale }, signal),
    placeholderData: keepPreviousData,
  });
  if (isError) return <Callout title={t("lost")} announce className="mt-8" />;
  if (!data) {
    return (
      <SkeletonRegion>
        <Skeleton className="mt-8 h-96 w-full" />
      </SkeletonRegion>
    );
  }
  const chosen = template ?? data.templates[0] ?? "";
  return (
    <div className="mt-8 grid flex-1 gap-x-10 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <TemplateList names={data.templates} chosen={chosen} onChoose={(name) => want({ template: name })} />
      {data.mail ? <Shown mail={data.mail} wanted={wanted} want={want} /> : <Callout title={t("unknown")} announce />}
    </div>
  );
}
