/** What several sources yield, as it comes; it ends when all have ended. */
export async function* together<T>(sources: AsyncGenerator<T>[]): AsyncGenerator<T> {
  const ask = async (source: AsyncGenerator<T>) => ({ source, step: await source.next() });
  const asked = new Map(sources.map((source) => [source, ask(source)]));
  try {
    while (asked.size > 0) {
      const { source, step } = await Promise.race(asked.values());
      if (step.done) {
        asked.delete(source);
        continue;
      }
      asked.set(source, ask(source));
      yield step.value;
    }
  } finally {
    for (const pending of asked.values()) pending.catch(() => {});
    for (const source of asked.keys()) void source.return(undefined).catch(() => {});
  }
}
