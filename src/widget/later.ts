import type { Later, LazyFile, PartScript, Session } from '../contract.ts';
import { nonce, rules } from './site.ts';
import { trusted } from './trusted.ts';

let loading: Promise<Later> | undefined;

/** What is not needed for the first paint, once it is there. */
export let later: Later | undefined;

/** Loads one of our own files; resolves also when that failed. */
export function loadScript({ path, integrity }: LazyFile): Promise<PartScript> {
  const script = Object.assign(document.createElement('script'), {
    integrity,
    crossOrigin: '',
    nonce: nonce ?? '',
    src: trusted.createScriptURL(rules.base + path),
  });
  document.head.append(script);
  return new Promise((resolve) => {
    script.onload = script.onerror = () => resolve(script);
  });
}

/** Loads it once; what failed is tried again at the next call. */
export const loadLater = (session: Session): Promise<Later> =>
  (loading ??= loadScript(rules.later as LazyFile).then((script) => {
    later = script.kelisim?.(session) as Later | undefined;
    if (later) return later;
    loading = undefined;
    throw `${script.src}: upload all built files`;
  }));
