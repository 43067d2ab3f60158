import { Avatar } from "@/app/_components/ui/avatar";

/** The initials of whoever has just changed this. */
export function ChangerMark({ name }: { name: string }) {
  return <Avatar name={name} size="sm" className="animate-rise" />;
}
