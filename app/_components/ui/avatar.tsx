import clsx from "clsx";

const sizes = { sm: "size-[22px] text-[0.5625rem]", md: "size-7 text-[0.625rem]", lg: "size-10 text-sm" };
export type AvatarSize = keyof typeof sizes;

const grounds = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `var(--avatar-${number})`);

/** Decorative unless `labelled`: the name usually stands beside it. */
export function Avatar(props: { name: string; size?: AvatarSize; labelled?: boolean; className?: string }) {
  const { name, size = "sm", labelled = false, className } = props;
  return (
    <>
      <span
        aria-hidden="true"
        title={name}
        className={clsx(
          "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none",
          sizes[size],
          className,
        )}
        style={{ backgroundColor: groundOf(name) }}
      >
        {initialsOf(name)}
      </span>
      {labelled ? <span className="sr-only">{name}</span> : null}
    </>
  );
}

/** The place of a person who is yet to be named. */
export function OpenAvatar({ size = "sm", className }: { size?: AvatarSize; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx("inline-block shrink-0 rounded-full border border-dashed border-control", sizes[size], className)}
    />
  );
}

/** First letters of the first and the last word; whole characters, so that no accent or emoji is cut. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/u)
    .filter(Boolean);
  const first = firstCharacter(words[0]);
  const last = words.length > 1 ? firstCharacter(words.at(-1)) : "";
  return `${first}${last}`.toLocaleUpperCase("en") || "?";
}

function firstCharacter(word: string | undefined): string {
  return [...(word ?? "").normalize("NFC")][0] ?? "";
}

/**
 * FNV-1a of the name, which is all that every screen knows of a person: a member, a participant and the author of an event
 * have different ids, and one colour.
 */
function groundOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name.normalize("NFC").trim().toLocaleLowerCase("en"))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return grounds[(hash >>> 0) % grounds.length] ?? "var(--avatar-7)";
}
