"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { BothValues } from "@/app/_components/both-values";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { LookExample } from "./look-example";
import { useFieldFaults } from "./use-field-faults";
import { useMembers } from "./use-members";

const productAccent = "#14594a";
const isColour = (typed: string) => /^#[0-9a-f]{6}$/i.test(typed);

/** How the workspace's mails and plans look to its customers: a colour, and the name that mails come from. */
export function LookDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("workspace.members.look");
  const common = useTranslations("common");
  const formId = useId();
  const words = useRefusalWords();
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace } = useMembers();
  const [base] = useState(() => ({ accent: workspace.accent, senderName: workspace.senderName }));
  const [isOwn, setIsOwn] = useState(base.accent !== null);
  const [colour, setColour] = useState(base.accent ?? productAccent);
  const [senderName, setSenderName] = useState(base.senderName ?? "");
  const edit = useMutation(
    api.workspace.edit.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.workspace.read.queryKey({ workspaceId: saved.id }), (view) =>
          view ? { ...view, workspace: saved } : view,
        );
        onClose();
      },
      onError: () =>
        void queries.invalidateQueries({ queryKey: api.workspace.read.queryKey({ workspaceId: workspace.id }) }),
    }),
  );
  const refusal = edit.error ? refusalOf(edit.error) : null;
  const { fault, hasFaults } = useFieldFaults(refusal);

  function save(known: Record<string, unknown> = {}) {
    if (edit.isPending) return;
    const wanted = { accent: isOwn ? colour.trim().toLowerCase() : null, senderName: senderName.trim() || null };
    const set = {
      ...(wanted.accent === base.accent ? {} : { accent: wanted.accent }),
      ...(wanted.senderName === base.senderName ? {} : { senderName: wanted.senderName }),
    };
    edit.mutate({ workspaceId: workspace.id, set, base: { ...base, ...known }, mutationId: crypto.randomUUID() });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={edit.isPending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="text-ink-2">{t("lead")}</p>
        <Field
          label={t("sender")}
          hint={t("senderHint", { name: senderName.trim() || workspace.name, workspace: workspace.name })}
          error={fault("senderName")}
          optional
        >
          {(control) => (
            <Input
              {...control}
              data-autofocus=""
              maxLength={60}
              value={senderName}
              placeholder={workspace.name}
              onChange={(event) => setSenderName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox
          label={t("own")}
          hint={t("accentHint")}
          checked={isOwn}
          onChange={(event) => setIsOwn(event.target.checked)}
        />
        {isOwn ? (
          <Field label={t("code")} error={fault("accent")}>
            {(control) => (
              <div className="flex gap-3">
                <input
                  type="color"
                  aria-label={t("accent")}
                  value={isColour(colour) ? colour : productAccent}
                  onChange={(event) => setColour(event.target.value)}
                  className="h-9 w-12 shrink-0 cursor-pointer rounded-md border border-control bg-surface p-1 max-sm:h-11"
                />
                <Input
                  {...control}
                  value={colour}
                  maxLength={7}
                  spellCheck={false}
                  autoComplete="off"
                  onChange={(event) => setColour(event.target.value)}
                />
              </div>
            )}
          </Field>
        ) : null}
        <LookExample accent={isOwn && isColour(colour) ? colour : productAccent} />
        {refusal?.code === "conflict" ? (
          <BothValues
            conflicts={refusal.details.conflicts ?? []}
            show={(_, value) => String(value)}
            onKeepMine={save}
            onTakeTheirs={onClose}
          />
        ) : refusal && !hasFaults ? (
          <InlineError>{words(refusal)}</InlineError>
        ) : null}
      </form>
    </Dialog>
  );
}
