/** A form's fields that the reader does not fill in; empty ones are left out. */
export function Hidden({ values }: { values: Record<string, string | null | undefined> }) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value ?? ""} />);
}
