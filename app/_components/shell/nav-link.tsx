"use client";

import clsx from "clsx";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { Spinner } from "../ui/spinner";

export type NavLinkProps = {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  /** Also current on the pages below it. */
  covers?: boolean;
  look?: "rail" | "strip";
};

const looks = {
  rail: {
    link: "flex min-h-[33px] items-center justify-between gap-3 rounded-md px-2.5 py-1 text-ink-2 transition-colors hover:bg-sunken/60 hover:text-ink max-lg:min-h-11",
    current: "bg-sunken font-medium text-ink",
  },
  strip: {
    link: "relative flex min-h-11 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-ink-2 hover:text-ink",
    current: "border-ink font-medium text-ink",
  },
};

export function NavLink({ href, label, count, covers = false, look = "rail" }: NavLinkProps) {
  const path = usePathname();
  const isCurrent = path === href || (covers && path.startsWith(`${href}/`));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // A strip that is wider than the screen shows where one is.
    if (isCurrent && look === "strip") link.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [isCurrent, look]);
  const hasCount = count !== undefined && count !== 0;
  return (
    <Link
      ref={link}
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(looks[look].link, isCurrent && looks[look].current)}
    >
      <span className="min-w-0 truncate">{label}</span>
      <Coming look={look}>
        {hasCount ? <span className="shrink-0 text-sm font-normal text-ink-3">{count}</span> : null}
      </Coming>
    </Link>
  );
}

/** Once a page lets itself be waited for: in the count's place, or beside the name, so that nothing moves. */
function Coming({ look, children }: { look: keyof typeof looks; children: ReactNode }) {
  const { pending } = useLinkStatus();
  if (!pending) return children;
  const spinner = (
    <span className="animate-appear text-ink-3">
      <Spinner className="size-3.5" />
    </span>
  );
  if (look === "strip") return <span className="absolute left-full ml-0.5">{spinner}</span>;
  return (
    <span className="grid shrink-0 place-items-center *:[grid-area:1/1]">
      <span className="opacity-0">{children}</span>
      {spinner}
    </span>
  );
}
