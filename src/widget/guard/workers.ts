import { hook, once, type Realm } from './hook.ts';
import { holds, known } from './judge.ts';
import { site } from './scope.ts';

/** Texts of scripts by their address of this page: it may be taken back right after the worker was made. */
const blobs: Record<string, BlobPart | undefined> = {};

/** What may run now, for a worker, which cannot ask. */
const granted = () => Object.fromEntries(known.map(({ id }) => [id, site.may(id)]));

/** Workers made of text are guarded; files of the site are its own code and stay as they are. */
export function watchWorkers(win: Realm): void {
  const { URL } = win;
  const { createObjectURL } = URL;
  hook(URL, '', 'createObjectURL revokeObjectURL', (go, args) => {
    const made = go();
    if (made && /^$|script/.test(args[0].type ?? '-')) blobs[made] = args[0];
    else delete blobs[args[0]];
    return made;
  });
  hook(win, '', 'Worker SharedWorker', (go, args) => {
    const given = `${once(args)}`;
    const text = holds(given, 'worker')
      ? ''
      : (blobs[given] ?? (/^(data|blob):/.test(given) && `importScripts(${JSON.stringify(given)})`));
    if (text !== false) {
      // A name that only this page and its workers know: on another page something else may run.
      site.channel ??= createObjectURL(new Blob());
      const { rules, home, source, trusted, channel } = site;
      const state = JSON.stringify({ rules, home, channel, granted: granted() });
      const guard = `(guard=>guard(self,{...${state},source:guard}))(${source});`;
      const made = createObjectURL(new Blob([guard, text], { type: 'text/javascript' }));
      // A text stays a text: a page with Trusted Types refuses it then as it would without Kelisim.
      args[0] = (args[0] !== given && trusted?.createScriptURL(made)) || made;
      const workers = new BroadcastChannel(channel);
      site.tellWorkers = () => workers.postMessage(granted());
    }
    return go();
  });
}
