import type { Page } from '@playwright/test';

/** What the policies of a page have refused, and what the browser has complained about. */
export interface Complaints {
  /** `directive blocked sample` of each `securitypolicyviolation` of this document so far. */
  violations(): Promise<string[]>;
  /** Errors on the console so far, of every page. */
  errors: string[];
}

/** Listens from the first moment of each page that is opened from now on. */
export async function watchComplaints(page: Page): Promise<Complaints> {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    const list: string[] = [];
    Object.assign(window, { violations: list });
    window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      list.push(`${violatedDirective} ${blockedURI} ${sample}`.trim());
    });
  });
  return { violations: () => page.evaluate<string[]>('violations'), errors };
}
