"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CadenceForm } from "@/app/_components/cadence/cadence-form";
import { useCadenceWords } from "@/app/_components/cadence/use-cadence-words";
import { Section } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Popover } from "@/app/_components/ui/popover";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { CadenceChoice } from "@/db/vocabulary";
import { may, workspaceStanding } from "@/server/domain/_kernel/permissions";
import { usualCadence } from "@/server/domain/reminder/schemas";
import { useWorkspace } from "../../_components/use-workspace";

/** When people on this workspace's plans are reminded: for all plans, and for those of each template. */
export function Cadences() {
  const t = useTranslations("reminders.workspace");
  const words = useRefusalWords();
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const options = api.reminder.cadences.queryOptions({ workspaceId: workspace.id });
  const { data } = useSuspenseQuery(options);
  const set = useMutation(
    api.reminder.setCadence.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(options.queryKey, saved);
        toast.say(t("saved"));
      },
      onError: (reason) => toast.failed(words(refusalOf(reason)), { id: "cadence" }),
    }),
  );
  const mayEdit = may(workspaceStanding(workspace.role), "workspace.edit");
  const choose = (templateKey: string | null) => (cadence: CadenceChoice | null) =>
    set.mutate({ workspaceId: workspace.id, templateKey, cadence, mutationId: crypto.randomUUID() });
  const ofAll = data.workspace ?? usualCadence;

  return (
    <>
      <PageHeader over={workspace.name} title={t("title")} lead={t("lead")} />
      <div className="flex max-w-[760px] flex-col gap-11">
        <ul className="hairline-t">
          <CadenceRow
            name={t("all")}
            value={data.workspace}
            usual={usualCadence}
            onSave={mayEdit ? choose(null) : undefined}
          />
        </ul>
        <Section title={t("templates")} ruled>
          <p className="py-3 text-sm text-ink-2">{t("templatesLead")}</p>
          <ul className="hairline-t">
            {data.templates.map(({ key, name, cadence }) => (
              <CadenceRow
                key={key}
                name={name}
                value={cadence}
                usual={ofAll}
                unset={t("asWorkspace")}
                onSave={mayEdit ? choose(key) : undefined}
              />
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}

type CadenceRowProps = {
  name: string;
  value: CadenceChoice | null;
  usual: CadenceChoice;
  /** What stands there while nothing is chosen; else the usual days. */
  unset?: string;
  onSave?: (choice: CadenceChoice | null) => void;
};

function CadenceRow({ name, value, usual, unset, onSave }: CadenceRowProps) {
  const t = useTranslations("reminders");
  const words = useCadenceWords();
  return (
    <li className="hairline-b flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-ink-2">{value === null && unset ? unset : words(value ?? usual)}</p>
      </div>
      {onSave ? (
        <Popover
          label={t("workspace.changeOf", { name })}
          align="end"
          className="w-[26rem]"
          trigger={(props) => (
            <button
              {...props}
              type="button"
              aria-label={t("workspace.changeOf", { name })}
              className="tap-target min-h-6 shrink-0 text-sm font-medium text-accent underline-offset-3 hover:underline"
            >
              {t("cadence.change")}
            </button>
          )}
        >
          {(close) => (
            <CadenceForm
              value={value}
              usual={usual}
              onSave={(choice) => {
                close();
                onSave(choice);
              }}
            />
          )}
        </Popover>
      ) : null}
    </li>
  );
}
