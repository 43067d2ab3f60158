"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { homePath } from "@/app/_components/shell/paths";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { useWorkspace } from "../../_components/use-workspace";
import { type ListedMember, useDropMember, useStanding } from "./use-members";

type RemoveDialogProps = { member: ListedMember; onClose: () => void };

/** It cannot be undone, so it is asked for, with what goes with it. */
export function RemoveDialog({ member, onClose }: RemoveDialogProps) {
  const t = useTranslations("workspace.members.remove");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const router = useRouter();
  const drop = useDropMember();
  const { workspace } = useWorkspace();
  const { memberId } = useStanding();
  const isMe = member.id === memberId;
  const { name, plans, plansOwned } = member;
  const remove = useMutation(
    useTRPC().workspace.removeMember.mutationOptions({
      onSuccess: () => {
        if (isMe) {
          router.push(homePath);
          return;
        }
        drop(member.id);
        onClose();
        toast.say(t("done", { name }));
      },
    }),
  );

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(isMe ? "leaveTitle" : "title", { name, workspace: workspace.name })}
      description={member.joinedAt ? t(isMe ? "leaveBody" : "body", { name, plans }) : t("bodyInvited", { name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="danger-quiet"
            pending={remove.isPending || (isMe && remove.isSuccess)}
            onClick={() =>
              remove.mutate({ workspaceId: workspace.id, memberId: member.id, mutationId: crypto.randomUUID() })
            }
          >
            {t(isMe ? "leave" : "now", { name })}
          </Button>
        </>
      }
    >
      {plansOwned > 0 ? <p className="text-ink-2">{t("owned", { count: plansOwned })}</p> : null}
      {remove.error ? <InlineError className="mt-3">{words(refusalOf(remove.error))}</InlineError> : null}
    </Dialog>
  );
}
