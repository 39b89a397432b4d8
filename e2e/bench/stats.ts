/** Samples of each variant, by the name of what was measured. */
export type Samples = Map<string, Map<string, number[]>>;

/** Adds one sample. */
export function add(
  samples: Samples,
  { what, variant, value }: { what: string; variant: string; value: number },
) {
  const row = samples.get(what) ?? new Map<string, number[]>();
  samples.set(what, row);
  row.set(variant, [...(row.get(variant) ?? []), value]);
}

/** The value below which this share of the samples lies; 0.5 is the median. NaN without samples. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value of the quickest tenth: what the machine's other work has touched least. */
export const fast = (values: readonly number[]): number => quantile(values, 0.1);

/**
 * The middle of what `compare` makes of two samples that were taken side by side: the machine's other work, which
 * comes and goes, has then touched both.
 */
export const pairs = (
  [ones, others]: readonly [readonly number[], readonly number[]],
  compare: (one: number, other: number) => number,
): number => median(ones.map((one, at) => compare(one, others[at] ?? Number.NaN)));

/** Lines of a table with columns as wide as they need to be; the first column stands left, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return rows.map(line).join('\n');
}
