// Has the next of many made while the one before is dealt with.

/** The same, in their order; what fails is told in its turn. */
export async function* oneAhead<T>(all: AsyncIterable<T>): AsyncGenerator<T> {
  const source = all[Symbol.asyncIterator]();
  const begin = (): Promise<IteratorResult<T>> => {
    const next = source.next();
    // Nobody may be waiting for it yet.
    next.catch(() => undefined);
    return next;
  };
  let next = begin();
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = begin();
      yield result.value;
    }
  } finally {
    await source.return?.();
  }
}
