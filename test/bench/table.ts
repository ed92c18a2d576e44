/** One line of the report: what was measured, against what, and the goal it is held to. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly baseline?: string;
  readonly ratio?: string;
  readonly goal: string;
  readonly isMet: boolean;
  /** How it was measured, where that is a matter of opinion. */
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("No values");
  return middle;
}

/** The smallest value that so many of all are not above; `share` 0.95 is the 95th percentile (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error("No values");
  return value;
}

export function whole(value: number, unit: string): string {
  return `${Math.round(value).toLocaleString("en-US")} ${unit}`;
}

export function printTable(rows: readonly Row[]): void {
  console.log("| measured | figure | baseline | ratio | goal | met |\n|---|---|---|---|---|---|");
  for (const row of rows) {
    console.log(
      `| ${row.what} | ${row.figure} | ${row.baseline ?? "–"} | ${row.ratio ?? "–"} | ${row.goal} | ${row.isMet ? "yes" : "NO"} |`,
    );
  }
  for (const { note, what } of rows) if (note) console.log(`\n${what}: ${note}`);
}
