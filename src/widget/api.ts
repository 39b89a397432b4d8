import type { Kelisim, QueuedCall } from '../types.ts';
import { allows, decide, record, restore, state } from './consent/store.ts';
import { held } from './guarding.ts';
import { close, open, setLanguage } from './notice/notice.ts';
import { attempt } from './warn.ts';

/** `window.kelisim`. */
export const api: Kelisim = {
  get state() {
    return state;
  },
  allows,
  accept: () => decide({ via: 'api', grants: 'all' }),
  refuse: () => decide({ via: 'api', grants: {} }),
  save: (grants) => decide({ via: 'api', grants }),
  withdraw: () => decide({ via: 'withdraw', grants: {} }),
  open: (view = 'preferences') => void open(view),
  close,
  setLanguage,
  record,
  restore,
  held,
  on(event, listener) {
    const name: string = `kelisim:${event}`;
    let heard = listener;
    const tell = ({ detail }: CustomEventInit) => heard(detail);
    // The API exists only from `ready` on, so whoever asks for it here is always late.
    if (event === 'ready') queueMicrotask(() => heard({ state } as never));
    document.addEventListener(name, tell);
    return () => {
      heard = () => {};
    };
  },
  push(...calls) {
    for (const call of calls) attempt(() => run(call));
  },
};

function run(call: QueuedCall): void {
  if (typeof call === 'function') call(api);
  else (api[call[0]] as (...parameters: unknown[]) => unknown)(...call.slice(1));
}
