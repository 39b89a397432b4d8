import type { GuardSetup } from '../../contract.ts';

const locked = new Set<string>();

/** Origins that this page has used so far. */
function seen(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const named = [...document.querySelectorAll('[src],link[href]')].map(
    (element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href,
  );
  const addresses = [...loaded, ...named].filter((address) => /^https?:/.test(`${address}`));
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

/** A host and what is below it, as sources of a policy. */
const sourcesOf = (host: string): string[] =>
  /^[\d.]*$/.test(host) ? [`${host}:*`] : [`${host}:*`, `*.${host}:*`];

/**
 * Closes for the rest of this page what no hook reaches: pictures, fonts and styles that style sheets ask for, and
 * `import()`. The policy lists the hosts seen so far without those of the withdrawn trackers, because none can say
 * "all but these". It cannot be lifted: what is granted again loads such things from the next page on.
 */
export function lock({ rules, may, home, programs = new Set() }: GuardSetup): void {
  const hostsOf = (ids: string[]) =>
    ids.flatMap(
      (id) =>
        /^[^,]*/
          .exec(rules.known[id] ?? '')?.[0]
          .split(' ')
          .map((place) => place.split('/')[0] as string) ?? [],
    );
  const withdrawn = [...programs].filter((id) => !may(id));
  if (withdrawn.every((id) => locked.has(id))) return;
  for (const id of withdrawn) locked.add(id);
  const lost = hostsOf(withdrawn);
  const kept = [
    ...hostsOf(['', ...Object.keys(rules.known).filter(may)]),
    ...home.split('/ ').map((host) => host.replace('/', '')),
  ].filter(Boolean);
  const isUnder = (origin: string, hosts: string[]) =>
    hosts.some((host) => `.${new URL(origin).hostname}`.endsWith(`.${host}`));
  const others = seen().filter((origin) => !isUnder(origin, lost) || isUnder(origin, kept));
  const sources = ["'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...kept.flatMap(sourcesOf), ...others];
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = ['script-src', 'style-src', 'img-src', 'font-src']
    .map((kind) => [kind, ...sources].join(' '))
    .join(';');
  document.head.append(meta);
}
