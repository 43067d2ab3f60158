/** "h…@northwind.example": whose mailbox it is knows it; nobody else learns it. */
export function veiled(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
