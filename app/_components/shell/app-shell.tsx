import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "../line/logo";
import { InboxBell, OwnLive } from "./inbox-link";
import { MenuSheet } from "./menu-sheet";
import { homePath } from "./paths";
import { PersonMenu, type ShellPerson } from "./person-menu";
import { Rail, type RailProps, SectionStrip } from "./rail";
import { SkipLink } from "./skip-link";

export type AppShellProps = RailProps & {
  person: ShellPerson;
  /** A server action that ends the session. */
  signOut?: () => Promise<void>;
  children: ReactNode;
};

/** The frame of every signed-in screen: a rail on wide screens, a bar with a menu on narrow ones. */
export function AppShell({ person, signOut, children, ...rail }: AppShellProps) {
  return (
    <div className="lg:grid lg:grid-cols-[228px_minmax(0,1fr)]">
      <SkipLink />
      <OwnLive />
      <header className="sticky top-0 hidden h-dvh flex-col border-r border-line px-3.5 py-6 lg:flex">
        <HomeLink className="mb-7 px-2.5" />
        <div className="-mx-3.5 min-h-0 flex-1 overflow-y-auto px-3.5 py-0.5">
          <Rail {...rail} />
        </div>
        <div className="pt-3">
          <PersonMenu person={person} signOut={signOut} look="rail" />
        </div>
      </header>
      <div className="min-w-0">
        <header className="flex h-14 items-center gap-2 px-5 sm:px-10 lg:hidden">
          <MenuSheet>
            <Logo className="mb-6 px-2.5" />
            <Rail {...rail} />
          </MenuSheet>
          <HomeLink className="flex-1" />
          <InboxBell />
          <PersonMenu person={person} signOut={signOut} look="bar" />
        </header>
        {rail.plan ? <SectionStrip plan={rail.plan} /> : null}
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}

function HomeLink({ className }: { className?: string }) {
  const t = useTranslations("shell");
  return (
    <div className={className}>
      <Link href={homePath} aria-label={t("home")} className="inline-flex min-h-6 items-center rounded-sm">
        <Logo />
      </Link>
    </div>
  );
}
