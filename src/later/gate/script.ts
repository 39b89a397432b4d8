import type { Session, StartItem } from '../../contract.ts';

/** What the gate needs of the session to make scripts that every page's policies take. */
export type Maker = Pick<Session, 'trusted' | 'nonce'>;

/** A script of the configuration. */
type Item = Extract<StartItem, { script: string }>;

/** Resolves when a script with an address has run or failed; one that hangs never resolves. */
const ended = (script: HTMLScriptElement): Promise<unknown> =>
  new Promise((resolve) => {
    for (const end of ['load', 'error']) script.addEventListener(end, resolve);
  });

/**
 * Runs what an inert script of the page says and resolves when it has run or failed.
 * The script is made anew, because one that came through `innerHTML` never runs, and it runs when it arrives:
 * who wants an order waits for the promise, so that a hanging script of one tracker cannot hold up those of
 * another in the browser's own queue. The inert one leaves the document.
 */
export function wakeScript(inert: HTMLScriptElement, { trusted }: Maker): Promise<unknown> {
  const script = document.createElement('script');
  for (const { name, value } of inert.attributes)
    if (!/^(type|src|data-kelisim)$/.test(name)) script.setAttribute(name, value);
  script.type = inert.dataset.type ?? '';
  script.nonce = inert.nonce;
  const address = inert.dataset.src ?? inert.src;
  const end = address ? ended(script) : Promise.resolve();
  if (address) script.src = trusted.createScriptURL(address);
  else script.text = trusted.createScript(inert.text);
  inert.replaceWith(script);
  return end;
}

/** Runs a script of the configuration and resolves when it has run or failed. */
export function runScript(item: Item, { trusted, nonce }: Maker): Promise<unknown> {
  const { async, defer, module, integrity, attributes = {} } = item;
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  if (async) script.setAttribute('async', '');
  if (defer) script.defer = true;
  if (module) script.type = 'module';
  if (integrity) {
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
  }
  script.nonce = nonce ?? '';
  const end = ended(script);
  script.src = trusted.createScriptURL(item.script);
  document.head.append(script);
  return end;
}
