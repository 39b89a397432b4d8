import { hook, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { site } from './scope.ts';

/** Tells workers what is granted now. */
let channel: BroadcastChannel | undefined;

/** Texts of scripts by their address of this page: it may be taken back right after the worker was made. */
const blobs = new Map<string, Blob>();

/** This guard as a text that runs before the worker's own. */
function prelude(): string {
  const { rules, granted, home } = site;
  return `(${site.source})(self,${JSON.stringify({ rules, granted, home })});`;
}

/** The script of a `data:` address. */
function decode(address: string): Blob | undefined {
  const [, base64, body = ''] = /^data:[^,]*?(;base64)?,(.*)/s.exec(address) ?? [];
  return body ? new Blob([base64 ? atob(body) : decodeURIComponent(body)]) : undefined;
}

/** Workers made of text are guarded; files of the site are its own code and stay as they are. */
export function watchWorkers(win: Realm): void {
  const { createObjectURL } = win.URL;
  const address = (text: BlobPart[]) =>
    createObjectURL.call(win.URL, new Blob(text, { type: 'text/javascript' }));
  hook(win.URL, 'createObjectURL', (go, args) => {
    const made = go();
    if (/^$|script/.test(args[0].type ?? '-')) blobs.set(made, args[0]);
    return made;
  });
  hook(win.URL, 'revokeObjectURL', (go, args) => {
    blobs.delete(args[0]);
    return go();
  });
  for (const name of ['Worker', 'SharedWorker'])
    hook(win, name, (go, args) => {
      const given = `${args[0]}`;
      if (holds(given, 'worker')) args[0] = address([]);
      const text = blobs.get(given) ?? decode(given);
      if (text) {
        channel ??= new BroadcastChannel('kelisim');
        args[0] = site.trusted.createScriptURL(address([prelude(), text]));
      }
      return go();
    });
}

/** Tells every worker of the site what is granted now. */
export const tellWorkers = (): void => channel?.postMessage(site.granted);
