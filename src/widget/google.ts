import { rules } from './site.ts';

/** Tells Google's tags, before anything of theirs can run, that nothing is granted. */
export function tellGoogle(): void {
  if (!rules.google) return;
  const page = window as { dataLayer?: unknown[] };
  page.dataLayer ??= [];
  for (const call of rules.google)
    (function (..._call: unknown[]) {
      // They take `arguments` objects, which an array is not.
      // biome-ignore lint/complexity/noArguments: see above
      page.dataLayer?.push(arguments);
    })(...call);
}
