import type { Later, LazyFile, Session } from '../contract.ts';
import { loadScript } from './gate/script.ts';
import { rules } from './site.ts';

let loading: Promise<Later> | undefined;

/** What is not needed for the first paint, loaded once; what failed is tried again at the next call. */
export const loadLater = (session: Session): Promise<Later> =>
  (loading ??= loadScript(rules.later as LazyFile).then((script) => {
    if (script.kelisim) return script.kelisim(session) as Later;
    loading = undefined;
    throw `${script.src}: upload all built files`;
  }));
