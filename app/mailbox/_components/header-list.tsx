export function HeaderList({ headers }: { headers: Record<string, string> }) {
  return (
    <dl
      lang="zxx"
      className="grid gap-x-6 rounded-lg border border-line bg-surface p-5 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]"
    >
      {Object.entries(headers).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-2 sm:py-1">{name}</dt>
          <dd className="wrap-anywhere max-sm:mb-2 sm:py-1">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
