import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "./line/logo";
import { SkipLink } from "./shell/skip-link";

export type PublicFrameProps = {
  /** Who asks: one line over the title. */
  over?: ReactNode;
  title: ReactNode;
  /** What for: the sentence under the title. */
  lead?: ReactNode;
  /** Set off by a hairline at the end: another way in, small print. */
  footer?: ReactNode;
  children?: ReactNode;
  /** For settings, which are many: as wide as two columns of them need. */
  wide?: boolean;
};

/** One column for one thing to do, for people who are not signed in: sign-in, confirm, invitation, unsubscribe. */
export function PublicFrame({ over, title, lead, footer, children, wide = false }: PublicFrameProps) {
  const t = useTranslations("shell");
  return (
    <div
      className={clsx("mx-auto flex min-h-dvh w-full flex-col px-5 pb-16", wide ? "max-w-[38rem]" : "max-w-[25rem]")}
    >
      <SkipLink />
      <header className="pt-4.5">
        <Link href="/" aria-label={t("home")} className="inline-flex min-h-6 items-center rounded-sm">
          <Logo />
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="pt-12 outline-none sm:pt-24">
        {over ? <p className="mb-1 text-sm wrap-anywhere text-ink-2">{over}</p> : null}
        <h1 className="text-2xl wrap-anywhere">{title}</h1>
        {lead ? (
          <div className="mt-3 text-base wrap-anywhere text-pretty text-ink-2 sm:text-[0.9375rem]">{lead}</div>
        ) : null}
        {children ? <div className="mt-6 flex flex-col gap-4">{children}</div> : null}
        {footer ? <div className="mt-9 border-t border-line pt-7">{footer}</div> : null}
      </main>
    </div>
  );
}
