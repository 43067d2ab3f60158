"use client";

import { useMutation } from "@tanstack/react-query";
import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_components/ui/avatar";
import { IconButton } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { MomentText } from "@/app/_components/ui/date-text";
import { DropdownMenu, MenuItem } from "@/app/_components/ui/dropdown-menu";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { useWorkspace } from "../../_components/use-workspace";
import { RoleChoice } from "./role-choice";
import { type ListedMember, useKeepMember, useStanding } from "./use-members";

type MemberRowProps = { member: ListedMember; onRemove: () => void };

export function MemberRow({ member, onRemove }: MemberRowProps) {
  const t = useTranslations("workspace.members");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const api = useTRPC();
  const keep = useKeepMember();
  const { workspace } = useWorkspace();
  const { memberId, mayChange } = useStanding();
  const isMe = member.id === memberId;
  const ref = { workspaceId: workspace.id, memberId: member.id };
  const setRole = useMutation(api.workspace.setMemberRole.mutationOptions({ onSuccess: keep }));
  const resend = useMutation(
    api.workspace.resendMember.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        toast.say(t("sent", { email: saved.email }));
      },
    }),
  );
  const error = setRole.error ?? resend.error;

  return (
    <li className="hairline-b grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3.5 gap-y-2.5 py-3.5 md:grid-cols-[auto_minmax(0,1fr)_7.5rem_9rem_2rem] lg:grid-cols-[auto_minmax(0,1fr)_11rem_9rem_2rem]">
      <Avatar name={member.name} size="lg" className="self-start" />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          {isMe
            ? t.rich("you", {
                name: member.name,
                quiet: (words) => <span className="font-normal text-ink-3">{words}</span>,
              })
            : member.name}
        </p>
        <p className="flex flex-wrap gap-x-2.5 text-sm text-ink-2">
          {member.title ? <span>{member.title}</span> : null}
          <span className="wrap-anywhere text-ink-3">{member.email}</span>
        </p>
      </div>
      <Status member={member} />
      <div className="max-md:order-3 max-md:col-start-2">
        {mayChange(member) ? (
          <RoleChoice
            name={member.name}
            role={setRole.isPending ? setRole.variables.role : member.role}
            onChoose={(role) => setRole.mutate({ ...ref, role, mutationId: crypto.randomUUID() })}
          />
        ) : (
          <p className="text-sm text-ink-2 md:pl-3">{common(`workspaceRole.${member.role}`)}</p>
        )}
      </div>
      <div className="max-md:order-1">
        {mayChange(member) ? (
          <DropdownMenu
            label={t("more", { name: member.name })}
            align="end"
            trigger={(props) => (
              <IconButton {...props} label={t("more", { name: member.name })}>
                <MoreHorizontal size={17} aria-hidden="true" />
              </IconButton>
            )}
          >
            {member.joinedAt ? null : (
              <MenuItem onSelect={() => resend.mutate({ ...ref, mutationId: crypto.randomUUID() })}>
                {t("resend")}
              </MenuItem>
            )}
            <MenuItem danger onSelect={onRemove}>
              {t(isMe ? "remove.leave" : "remove.open")}
            </MenuItem>
          </DropdownMenu>
        ) : null}
      </div>
      {error ? (
        <InlineError className="col-span-full md:col-start-2 max-md:order-4">{words(refusalOf(error))}</InlineError>
      ) : null}
    </li>
  );
}

function Status({ member }: { member: ListedMember }) {
  const t = useTranslations("workspace.members");
  const { joinedAt, invitedAt } = member;
  return (
    <div className="flex gap-x-2.5 text-sm text-ink-2 max-md:order-2 max-md:col-start-2 max-md:col-end-4 max-md:flex-wrap md:flex-col">
      <p className={joinedAt ? undefined : "font-medium text-warn"}>
        {joinedAt
          ? t.rich("joined", { when: () => <MomentText at={joinedAt} form="day" /> })
          : t.rich("invited", { when: () => <MomentText at={invitedAt} form="day" /> })}
      </p>
      <p className="text-ink-3">{joinedAt ? t("onPlans", { count: member.plans }) : t("notJoined")}</p>
    </div>
  );
}
