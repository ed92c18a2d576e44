/** Works on every item, at most `atOnce` of them at the same time, and answers in the same order how each ended. */
export async function settleEach<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  const ends: PromiseSettledResult<R>[] = [];
  const entries = items.entries();
  const goOn = async (): Promise<void> => {
    for (const [index, item] of entries) [ends[index]] = await Promise.allSettled([work(item)]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, goOn));
  return ends;
}
