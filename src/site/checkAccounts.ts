import { each, type Findings, type Loose } from './loose.ts';
import type { FileTracker } from './schema.ts';

/** Warns of an account at one vendor that is declared more than once: every visit would count as often. */
export function checkAccounts(trackers: Loose<FileTracker>[], { warnings }: Findings): void {
  const first = new Map<string, number>();
  each(trackers, ({ use, id }, index) => {
    if (use === undefined || id === undefined) return;
    const account = JSON.stringify([use, id]);
    const before = first.get(account);
    first.set(account, before ?? index);
    if (before === undefined) return;
    const message = `is the account of trackers[${before}], too, so that each visit would count twice. Take one of them out.`;
    warnings.push({ where: `trackers[${index}].id`, message });
  });
}
