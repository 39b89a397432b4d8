import type { GuardSetup } from '../../contract.ts';
import { readAddress } from '../address.ts';
import { hostsById } from './hosts.ts';

const locked = new Set<string>();

const originsOf = (addresses: string[]): string[] => [
  ...new Set(
    addresses
      .filter((address) => /^https?:/.test(`${address}`))
      .map((address) => readAddress(address).origin),
  ),
];

const loaded = () => performance.getEntriesByType('resource') as PerformanceResourceTiming[];

/** Origins that this page has used so far. */
function seen(): string[] {
  const named = [...document.querySelectorAll('[src],link[href]')].map(
    (element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href,
  );
  return originsOf([...loaded().map(({ name }) => name), ...named]);
}

/** Origins that a program of this page is from. */
const programs = (): string[] =>
  originsOf([
    ...loaded()
      .filter(({ initiatorType }) => initiatorType === 'script')
      .map(({ name }) => name),
    ...[...document.scripts].map(({ src }) => src),
  ]);

/** Whether an origin is one of these hosts or below one. */
const isUnder = (origin: string, hosts: string[]) =>
  hosts.some((host) => `.${readAddress(origin).hostname}`.endsWith(`.${host}`));

/** A host and what is below it, as sources of a policy. */
const sourcesOf = (host: string): string[] =>
  /^[\d.]*$/.test(host) ? [`${host}:*`] : [`${host}:*`, `*.${host}:*`];

/**
 * Closes for the rest of this page what no hook reaches: pictures, fonts and styles that style sheets ask for, and
 * `import()`. The policy lists the hosts seen so far without those of the withdrawn trackers, because none can say
 * "all but these". It cannot be lifted: what is granted again loads such things from the next page on.
 */
export function lock({ rules, may, home, ran = new Set() }: GuardSetup): void {
  const hosts = hostsById(rules);
  const hostsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => hosts.get(id) ?? []);
  const withdrawn = [...ran].filter(
    (id) => !may(id) && programs().some((origin) => isUnder(origin, hostsOf([id]))),
  );
  if (withdrawn.every((id) => locked.has(id))) return;
  for (const id of withdrawn) locked.add(id);
  const lost = hostsOf(withdrawn);
  const kept = [
    ...hostsOf([...hosts.keys()].filter((id) => !id || may(id))),
    ...home.split('/ ').map((host) => host.replace('/', '')),
  ];
  const others = seen().filter((origin) => !isUnder(origin, lost) || isUnder(origin, kept));
  const sources = ["'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...kept.flatMap(sourcesOf), ...others];
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = ['script-src', 'style-src', 'img-src', 'font-src']
    .map((kind) => [kind, ...sources].join(' '))
    .join(';');
  document.head.append(meta);
}
