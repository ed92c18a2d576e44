/** The list with one entry put in the place of another. */
export function replaced<T>(list: readonly T[], index: number, next: T): T[] {
  return list.map((each, at) => (at === index ? next : each));
}

/** The list without one entry. */
export function removed<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** The list with one entry a step up (-1) or down (1); where there is no room it stays as it is. */
export function moved<T>(list: readonly T[], index: number, step: -1 | 1): T[] {
  const other = index + step;
  const [here, there] = [list[index], list[other]];
  if (here === undefined || there === undefined) return [...list];
  return list.map((each, at) => (at === index ? there : at === other ? here : each));
}

/** The list with one entry taken out and put back so that it stands at `to`. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from];
  if (entry === undefined || from === to) return [...list];
  const rest = removed(list, from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}
