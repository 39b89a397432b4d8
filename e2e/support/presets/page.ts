import type { SiteConfig, TrackerConfig } from '../../../src/site/schema.ts';
import { presets } from '../../../src/trackers/index.ts';
import type { Preset } from '../../../src/trackers/preset.ts';
import { bundle } from '../bundle.ts';
import { buildSite, type Page, readConfig, type Site } from '../test.ts';
import type { Expected, StandIn, VendorFacts } from './manner.ts';

declare global {
  var standIn: StandIn;
}

/** The tests' own page, without its query and fragment, as recorded calls name it. */
export const PAGE = 'http://site/t/page';

/** A tracker that stays granted all the time, with a purpose that no vendor is told of. */
export const NEIGHBOUR: TrackerConfig = {
  ...{ id: 'neighbour', name: 'Көрші', purpose: 'antifraud', uses: ['cookies', 'localStorage'] },
  ...{ provider: { name: 'Сынақ', country: 'KZ' }, description: { kk: 'Сынақ', ru: 'Проверка' } },
  ...{ hosts: ['neighbour.example'], start: [], stop: [] },
  stores: [
    { kind: 'cookie', name: 'nb_id', lifetime: 'session' },
    { kind: 'localStorage', name: 'nb_key', lifetime: 'until erased' },
    { kind: 'sessionStorage', name: 'nb_tab', lifetime: 'session' },
    { kind: 'indexedDB', name: 'nb-db', lifetime: 'until erased' },
  ],
};

/** A preset as a configuration names it, with the account of its example. */
export const used = ({ id, account, container }: Preset): unknown => ({
  use: id,
  ...(account && { id: account.example }),
  ...(container && { carries: [] }),
});

/** Folder of the files built for a site with these trackers, as they stand in a file. */
export const filesOf = (trackers: unknown[]): string =>
  buildSite({ ...readConfig(), trackers: trackers as SiteConfig['trackers'] });

/** Every preset and the neighbour in one configuration. */
export const everyPreset = (): string => filesOf([...presets.map(used), NEIGHBOUR]);

/** The names that a preset keeps on the page's own origin, each pattern as one concrete name. */
export const ownNames = ({ stores }: Preset): VendorFacts['stores'] =>
  stores
    .filter(({ thirdParty }) => !thirdParty)
    .map(({ kind, name }) => ({ kind, name: name.replace('*', '1x') }));

const factsOf = (preset: Preset, { takes, globals = {}, flags = [] }: Expected): VendorFacts => ({
  takes,
  flags,
  globals: Object.keys(globals),
  pings: preset.hosts.map((host) => `https://${host}${host.includes('/') ? '' : '/'}`),
  stores: ownNames(preset),
});

const markup = (id: string, { markup, script }: Expected): string =>
  markup === 'iframe'
    ? `<iframe data-kelisim="${id}" data-src="${script}" title="t"></iframe>`
    : markup === 'script'
      ? `<script type="text/plain" data-kelisim="${id}" src="${script}"></script>`
      : '';

let script: Promise<string> | undefined;

/** Adds the page `/t/page` with the stand-in of one vendor, and its markup where it stands in the pages. */
export async function addPage(site: Site, preset: Preset, expected: Expected): Promise<void> {
  script ??= bundle('e2e/fixtures/standIn/main.ts');
  site.add('/t/stand-in.js', await script, { type: 'text/javascript' });
  const facts = JSON.stringify(factsOf(preset, expected));
  site.add(
    '/t/page',
    `<!doctype html><html lang="kk"><head><title>t</title><link rel="icon" href="data:,">TAG
<script src="/t/stand-in.js"></script><script>standIn.prepare(${facts})</script></head>
<body>${markup(preset.id, expected)}</body></html>`,
  );
}

/** Everything that a page has asked other hosts for, by address, oldest first. */
export async function answerVendors(page: Page, { script, markup }: Expected): Promise<string[]> {
  const asked: string[] = [];
  const frame = `<script>setInterval(() => fetch('${script}&ping', { mode: 'no-cors' }), 50)</script>`;
  await page.route(/^https:/, (route) => {
    const url = route.request().url();
    asked.push(url);
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (url !== script) return route.fulfill({ headers, body: '' });
    return markup === 'iframe'
      ? route.fulfill({ headers, contentType: 'text/html', body: frame })
      : route.fulfill({ headers, contentType: 'text/javascript', body: 'standIn.arrive()' });
  });
  return asked;
}
