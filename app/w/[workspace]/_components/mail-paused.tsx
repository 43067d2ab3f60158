"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { planPath } from "@/app/_components/shell/paths";
import { Button } from "@/app/_components/ui/button";
import { Callout, InlineError } from "@/app/_components/ui/callout";
import { toast } from "@/app/_components/ui/toast";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { may, workspaceStanding } from "@/server/domain/_kernel/permissions";
import type { BouncedAddress } from "@/server/domain/delivery/schemas";
import { useWorkspace } from "./use-workspace";

/** Told to those who can do something about it: that mail waits, why, and what has to be looked at before it goes on. */
export function MailPaused() {
  const t = useTranslations("delivery");
  const dates = useDateWords();
  const words = useRefusalWords();
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const workspaceId = workspace.id;
  const options = api.workspace.mailStanding.queryOptions({ workspaceId });
  const { data } = useQuery({ ...options, enabled: may(workspaceStanding(workspace.role), "workspace.manage") });
  const resume = useMutation(
    api.workspace.resumeMail.mutationOptions({
      onSuccess: (standing) => {
        queries.setQueryData(options.queryKey, standing);
        toast.say(t("resumed"));
      },
      onError: () => queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  if (!data?.paused) return null;
  const { paused, addresses } = data;
  const refusal = resume.error ? refusalOf(resume.error) : null;

  return (
    <div className="mx-auto w-full max-w-[1212px] px-5 pt-6 sm:px-10">
      <Callout
        tone="warn"
        title={t("title", { workspace: workspace.name })}
        action={
          <Button
            size="sm"
            pending={resume.isPending}
            onClick={() =>
              resume.mutate({
                workspaceId,
                seen: addresses.map(({ email }) => email),
                mutationId: crypto.randomUUID(),
              })
            }
          >
            {t("resume")}
          </Button>
        }
      >
        <p className="max-w-[760px]">{t("figures", { ...paused, when: dates.exactMoment(paused.at) })}</p>
        <p className="mt-1 max-w-[760px]">{t("meaning")}</p>
        <p className="mt-2 font-medium text-ink">{t("addresses", { count: addresses.length })}</p>
        <ul>
          {addresses.map((address) => (
            <Address key={`${address.place?.participantId} ${address.email}`} {...address} />
          ))}
        </ul>
        {refusal ? (
          <InlineError className="mt-2">{refusal.code === "conflict" ? t("another") : words(refusal)}</InlineError>
        ) : null}
      </Callout>
    </div>
  );
}

function Address({ email, name, place }: BouncedAddress) {
  const t = useTranslations("delivery");
  return (
    <li className="py-0.5 text-sm wrap-anywhere">
      {name ? `${name}, ` : null}
      {email}
      {", "}
      {place ? (
        <Link
          href={`${planPath(place.planId, "people")}?person=${place.participantId}`}
          className="text-accent underline-offset-3 hover:underline"
        >
          {t("onPlan", { plan: place.planTitle })}
        </Link>
      ) : (
        t("member")
      )}
    </li>
  );
}
