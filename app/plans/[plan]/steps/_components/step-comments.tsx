"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { MomentText } from "@/app/_components/ui/date-text";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { Comment } from "@/server/domain/comment/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { useMay, usePlan } from "../../_components/use-plan";
import { CommentForm } from "./comment-form";
import { useStepComments, useWriterName } from "./use-step-talk";

/** What was written about a step, and where to write; for all who see the step, and nobody else. */
export function StepComments({ step }: { step: Step }) {
  const t = useTranslations("steps.comments");
  const mayWrite = useMay("comment.write");
  const { comments, isError, refetch, add, remove } = useStepComments(step.id);
  return (
    <section aria-labelledby="step-comments" className="mt-6 border-t border-line pt-5">
      <h3 id="step-comments" className="flex items-center gap-2 text-sm font-semibold">
        {t("title")} <ZoneMark zone={step.zone} />
      </h3>
      {comments ? (
        <ul className="mt-3 flex flex-col gap-4">
          {comments.map((comment) => (
            <CommentRow key={comment.id} comment={comment} onRemove={mayWrite ? remove : undefined} />
          ))}
        </ul>
      ) : null}
      {comments?.length === 0 ? <p className="text-sm text-ink-3">{t("none")}</p> : null}
      {isError && !comments ? (
        <p className="mt-3 flex items-center gap-3 text-sm text-ink-2">
          {t("failed")}
          <Button size="sm" onClick={() => void refetch()}>
            {t("tryAgain")}
          </Button>
        </p>
      ) : null}
      {mayWrite ? <CommentForm stepId={step.id} onSend={(body) => add({ stepId: step.id, body })} /> : null}
    </section>
  );
}

function CommentRow({ comment, onRemove }: { comment: Comment; onRemove?: (id: string) => Promise<void> }) {
  const t = useTranslations("steps.comments");
  const name = useWriterName()(comment);
  const { me } = usePlan();
  const isMine = comment.participantId !== null && comment.participantId === me.participantId;
  return (
    <li className="flex gap-3">
      <Avatar name={name} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span className="font-medium">{name}</span>
          <span className="text-xs text-ink-3">
            <MomentText at={comment.createdAt} />
          </span>
          {isMine && onRemove ? (
            <button
              type="button"
              onClick={() => void onRemove(comment.id)}
              className="tap-target ml-auto text-xs text-ink-3 underline-offset-3 hover:text-ink hover:underline"
            >
              {t("remove")}
            </button>
          ) : null}
        </p>
        <p className="wrap-anywhere whitespace-pre-wrap">{comment.body}</p>
      </div>
    </li>
  );
}
