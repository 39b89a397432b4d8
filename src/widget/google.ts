/** The site build writes the calls in the place of this name. */
declare const __KELISIM_GOOGLE__: readonly (readonly unknown[])[];

/*
 * Only in front of the widget of a site that has a tracker of Google's: tells Google's tags, before anything of theirs
 * can run, that nothing is granted. Once: a second tag of ours must not take back what was granted since.
 */
if (!window.kelisim?.state) {
  const page = window as { dataLayer?: unknown[] };
  page.dataLayer ??= [];
  for (const call of __KELISIM_GOOGLE__)
    (function (..._call: unknown[]) {
      // They take `arguments` objects, which an array is not.
      // biome-ignore lint/complexity/noArguments: see above
      page.dataLayer?.push(arguments);
    })(...call);
}

export {};
