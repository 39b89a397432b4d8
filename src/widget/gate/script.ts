import type { LazyFile, PartScript } from '../../contract.ts';
import { nonce, rules } from '../site.ts';
import { trusted } from '../trusted.ts';

/**
 * Runs what an inert script says and resolves when it has run or failed; one that hangs never resolves.
 * The script is made anew, because one that came through `innerHTML` never runs, and it runs when it arrives:
 * who wants an order waits for the promise, so that a hanging script of one tracker cannot hold up those of
 * another in the browser's own queue. The inert one leaves the document.
 */
export function wakeScript(inert: HTMLScriptElement): Promise<PartScript> {
  const script = document.createElement('script');
  for (const { name, value } of inert.attributes)
    if (!/^(type|src|data-kelisim)$/.test(name)) script.setAttribute(name, value);
  script.type = inert.dataset.type ?? '';
  script.nonce = inert.nonce;
  const address = inert.dataset.src ?? inert.getAttribute('src');
  return new Promise((resolve) => {
    for (const end of ['load', 'error']) script.addEventListener(end, () => resolve(script));
    if (address) script.src = trusted.createScriptURL(address);
    else {
      script.text = trusted.createScript(inert.text);
      resolve(script);
    }
    if (inert.getRootNode() !== document) {
      // Ours: it gets our tag's nonce, and in our own shadow root it would have no `document.currentScript`.
      script.nonce = nonce ?? '';
      document.head.append(inert);
    }
    inert.replaceWith(script);
  });
}

/** Loads one of our own files. */
export function loadScript({ path, integrity }: LazyFile): Promise<PartScript> {
  const inert = document.createElement('script');
  inert.dataset.src = rules.base + path;
  inert.integrity = integrity;
  inert.crossOrigin = '';
  return wakeScript(inert);
}
