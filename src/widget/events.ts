import type { KelisimEvents } from '../types.ts';

/** Tells everybody who listens on the document; the browser keeps one listener's error from the others. */
export function emitEvent<Name extends keyof KelisimEvents>(name: Name, detail: KelisimEvents[Name]): void {
  document.dispatchEvent(new CustomEvent(`kelisim:${name}`, { detail }));
}
