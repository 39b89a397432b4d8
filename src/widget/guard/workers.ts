import { hook, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { site } from './scope.ts';

/** Texts of scripts by their address of this page: it may be taken back right after the worker was made. */
const blobs: Record<string, Blob | undefined> = {};

/** The script of a `data:` address. */
function decode(address: string): Blob | undefined {
  const [, base64, body] = /^data:[^,]*?(;base64)?,(.*)/s.exec(address) ?? [];
  return body ? new Blob([base64 ? atob(body) : decodeURIComponent(body)]) : undefined;
}

/** Workers made of text are guarded; files of the site are its own code and stay as they are. */
export function watchWorkers(win: Realm): void {
  const { URL } = win;
  const { createObjectURL } = URL;
  hook(URL, 'createObjectURL', (go, args) => {
    const made = go();
    if (/^$|script/.test(args[0].type ?? '-')) blobs[made] = args[0];
    return made;
  });
  hook(URL, 'revokeObjectURL', (go, args) => {
    delete blobs[args[0]];
    return go();
  });
  for (const name of ['Worker', 'SharedWorker'])
    hook(win, name, (go, args) => {
      const given = `${args[0]}`;
      const text = holds(given, 'worker') ? '' : (blobs[given] ?? decode(given));
      if (text !== undefined) {
        const { rules, granted, home } = site;
        const guard = `(${site.source})(self,${JSON.stringify({ rules, granted, home })});`;
        const whole = new Blob([guard, text], { type: 'text/javascript' });
        args[0] = site.trusted.createScriptURL(createObjectURL(whole));
        const channel = new BroadcastChannel('kelisim');
        site.tellWorkers = () => channel.postMessage(site.granted);
      }
      return go();
    });
}
