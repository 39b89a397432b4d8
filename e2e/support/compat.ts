import { createRequire } from 'node:module';
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** The oldest browsers that Kelisim is built for, as MDN names them; iOS 14.5 has the Safari of 14.1. */
export const OLDEST = {
  chrome: '87',
  chrome_android: '87',
  webview_android: '87',
  safari: '14.1',
  safari_ios: '14.5',
  firefox: '90',
  firefox_android: '90',
} as const;

const numbers = (version: string) => version.replace('≤', '').split('.').map(Number);

/** Whether the first version is not newer than the second. */
function isUpTo(version: string, floor: string): boolean {
  const [major = 0, minor = 0] = numbers(version);
  const [atMost = 0, andMinor = 0] = numbers(floor);
  return major < atMost || (major === atMost && minor <= andMinor);
}

/** Whether a browser of that version has it, in full and without a switch. */
const has = (found: SimpleSupportStatement, floor: string): boolean =>
  !found.flags &&
  !found.partial_implementation &&
  typeof found.version_added === 'string' &&
  found.version_added !== 'preview' &&
  isUpTo(found.version_added, floor) &&
  !(typeof found.version_removed === 'string' && isUpTo(found.version_removed, floor));

/** Of the oldest browsers those that lack this feature. */
export function lacking(feature: Identifier): string[] {
  const support = feature.__compat?.support;
  if (!support) return [];
  return Object.entries(OLDEST)
    .filter(([name, floor]) => {
      const found = support[name as keyof typeof OLDEST];
      return found && ![found].flat().some((one) => has(one as SimpleSupportStatement, floor));
    })
    .map(([name]) => name);
}

const partsOf = (feature: Identifier | undefined): [string, Identifier][] =>
  Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][];

/** Features by the name that code calls them by: globals, and members of whatever interface. */
function collect(): { globals: Map<string, Identifier[]>; members: Map<string, Identifier[]> } {
  const globals = new Map<string, Identifier[]>();
  const members = new Map<string, Identifier[]>();
  const add = (map: Map<string, Identifier[]>, name: string, feature: Identifier) =>
    map.set(name, [...(map.get(name) ?? []), feature]);
  for (const top of [data.api, data.javascript.builtins])
    for (const [name, feature] of partsOf(top)) {
      add(globals, name, feature);
      for (const [member, part] of partsOf(feature))
        add(members, member.replace(/_(event|static)$/, ''), part);
    }
  for (const [name, part] of partsOf(data.api.Window)) add(globals, name, part);
  return { globals, members };
}

const { globals, members } = collect();

/** Of the oldest browsers those that lack every feature of this name; empty when one that they all have is called so. */
function lackingAll(features: Identifier[] | undefined): string[] {
  const lists = (features ?? []).filter(({ __compat }) => __compat).map(lacking);
  return lists.length > 0 && lists.every((list) => list.length > 0) ? (lists[0] as string[]) : [];
}

/** The same for a global, such as `structuredClone`. */
export const lackingGlobal = (name: string): string[] => lackingAll(globals.get(name));
/** The same for a member, such as `replaceChildren` of whatever; `replaceChildren()` says that it is called. */
export const lackingMember = (name: string): string[] => lackingAll(members.get(name.replace('()', '')));

/** What MDN knows of style sheets. */
export const { css } = data;
