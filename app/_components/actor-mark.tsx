import clsx from "clsx";
import { LogoMark } from "./line/logo";
import { Avatar } from "./ui/avatar";

/** What the product does of itself is in its own name. */
const PRODUCT = "Throughline";

/** Who did it: a person by their initials, the product by its line. */
export function ActorMark({ name, className }: { name: string; className?: string }) {
  if (name !== PRODUCT) return <Avatar name={name} className={className} />;
  return (
    <span
      title={name}
      className={clsx(
        "inline-flex size-[22px] shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-2",
        className,
      )}
    >
      <LogoMark className="h-1.5 w-3.5" />
    </span>
  );
}
