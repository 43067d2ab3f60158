"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { workspaceRoles } from "@/db/vocabulary";
import { useWorkspace } from "../../_components/use-workspace";
import { useFieldFaults } from "./use-field-faults";
import { useKeepMember, useStanding } from "./use-members";

/** Offers a colleague a place, by mail. What was typed stays until the invitation is out. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("workspace.members.invite");
  const common = useTranslations("common");
  const roles = useTranslations("common.workspaceRole");
  const said = useTranslations("workspace.members");
  const formId = useId();
  const words = useRefusalWords();
  const keep = useKeepMember();
  const { workspace } = useWorkspace();
  const { rolesToGive } = useStanding();
  const invite = useMutation(
    useTRPC().workspace.inviteMember.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        onClose();
        toast.say(said("sent", { email: saved.email }));
      },
    }),
  );
  const refusal = invite.error ? refusalOf(invite.error) : null;
  const { fault, hasFaults } = useFieldFaults(refusal);

  const send = (form: FormData) =>
    invite.mutate({
      workspaceId: workspace.id,
      name: String(form.get("name")),
      email: String(form.get("email")),
      role: workspaceRoles.find((role) => role === form.get("role")) ?? "member",
      mutationId: crypto.randomUUID(),
    });

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("body", { workspace: workspace.name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={invite.isPending}>
            {t("send")}
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
          if (!invite.isPending) send(new FormData(event.currentTarget));
        }}
      >
        <Field label={t("name")} error={fault("name")} required>
          {(control) => <Input {...control} data-autofocus="" name="name" maxLength={120} autoComplete="off" />}
        </Field>
        <Field label={t("email")} hint={t("emailHint")} error={fault("email")} required>
          {(control) => (
            <Input
              {...control}
              name="email"
              inputMode="email"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <RadioCards
          legend={t("role")}
          name="role"
          defaultValue="member"
          options={[...rolesToGive]
            .reverse()
            .map((role) => ({ value: role, label: roles(role), description: t(`roleHint.${role}`) }))}
        />
        {refusal && !hasFaults ? <InlineError>{words(refusal)}</InlineError> : null}
      </form>
    </Dialog>
  );
}
