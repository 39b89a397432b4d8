/** Share of the sum per day: a sample figure, not an offer. */
export const dailyRate = 0.001;

/** 100000 → `100 000 ₸`, with no-break spaces. */
export function formatSum(tenge: number): string {
  return `${String(Math.round(tenge)).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0₸`;
}

/** 43.66 → `43,7 %`, with a no-break space. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(1).replace('.', ',')}\u00a0%`;
}

/** Annual effective rate in percent of a loan that is repaid at once after `days` days. */
export function yearlyRate(days: number): number {
  return ((1 + dailyRate * days) ** (365 / days) - 1) * 100;
}
