/** Units a lifetime may be written in, with their length in days. */
const UNITS = { minute: 1 / 1440, hour: 1 / 24, day: 1, month: 30.44, year: 365.25 } as const;

/** How long a stored name lives: for the visit, until somebody erases it, unknown to anybody, or a number of units. */
export type Lifetime = 'session' | 'until erased' | 'unknown' | { count: number; unit: keyof typeof UNITS };

/** Reads "session", "until erased", "unknown", "30 minutes", "90 days", "13 months" or "1 year"; undefined for anything else. */
export function parseLifetime(text: string): Lifetime | undefined {
  if (text === 'session' || text === 'until erased' || text === 'unknown') return text;
  const found = /^([1-9]\d{0,4}) (minute|hour|day|month|year)s?$/.exec(text);
  return found ? { count: Number(found[1]), unit: found[2] as keyof typeof UNITS } : undefined;
}

/** A lifetime in days; what has no end of its own counts as endless, and so does what nobody tells. */
export function daysOf(lifetime: Lifetime): number {
  if (lifetime === 'session') return 0;
  if (typeof lifetime === 'string') return Number.POSITIVE_INFINITY;
  return lifetime.count * UNITS[lifetime.unit];
}
