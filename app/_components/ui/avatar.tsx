import clsx from "clsx";

export type AvatarPerson = { id: string; name: string };

const sizes = { sm: "size-[22px] text-[0.5625rem]", md: "size-7 text-[0.625rem]", lg: "size-10 text-sm" };
export type AvatarSize = keyof typeof sizes;

const grounds = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `var(--avatar-${number})`);

/** Decorative unless `labelled`: the name usually stands beside it. */
export function Avatar(props: { person: AvatarPerson; size?: AvatarSize; labelled?: boolean; className?: string }) {
  const { person, size = "sm", labelled = false, className } = props;
  return (
    <>
      <span
        aria-hidden="true"
        title={person.name}
        className={clsx(
          "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none",
          sizes[size],
          className,
        )}
        style={{ backgroundColor: groundOf(person.id) }}
      >
        {initialsOf(person.name)}
      </span>
      {labelled ? <span className="sr-only">{person.name}</span> : null}
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

/** FNV-1a: the same person has the same colour on every screen and in every session. */
function groundOf(id: string): string {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return grounds[(hash >>> 0) % grounds.length] ?? "var(--avatar-7)";
}
