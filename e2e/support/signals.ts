import { ADS, type Signal } from './presets/google.ts';
import type { Page, Site } from './test.ts';

/** What stands in the page behind our tag: from there on every call and flag is written into `order`. */
const WATCH = `<script>
  const order = [];
  const first = window.dataLayer?.map((entry) => [Object.prototype.toString.call(entry), ...entry]);
  const told = (entry) => entry.event === undefined && 'length' in entry ? ['gtag', ...entry] : ['dataLayer', entry];
  if (window.dataLayer) dataLayer.push = (...entries) => {
    order.push(...entries.map(told));
    return Array.prototype.push.apply(dataLayer, entries);
  };
  for (const name of ['ga-disable-G-ABCDE12345', 'disableYaCounter12345678']) {
    let value;
    const set = (next) => {
      if (next !== value) order.push(['set', name, next]);
      value = next;
    };
    Object.defineProperty(window, name, { get: () => value, set });
  }
</script>`;

/** Scripts of vendors as far as these tests need them: each says that it runs, and takes the calls made from then on. */
const SCRIPTS: [shape: RegExp, body: string][] = [
  [/\/gtm\.js/, "order.push(['runs', 'gtm.js']);"],
  [/\/gtag\/js/, "order.push(['runs', 'gtag.js']);"],
  [
    /clarity\.ms/,
    "order.push(['runs', 'clarity']); clarity = (...args) => order.push(['clarity', ...args]);",
  ],
  [/mc\.yandex/, "order.push(['runs', 'ym']); ym = (...args) => order.push(['ym', ...args]);"],
];

/** Google's own snippet of a container, as sites paste it. */
export const CONTAINER_SNIPPET = `<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':
new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-ABC1234');</script>`;

/** Opens a page with our tag, what is pasted behind it, and vendors that answer. Returns what is asked of other hosts. */
export async function openSignals(page: Page, site: Site, pasted = ''): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/^https:/, (route) => {
    const url = route.request().url();
    asked.push(url);
    const body = SCRIPTS.find(([shape]) => shape.test(url))?.[1] ?? '';
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  site.add(
    '/t/signals',
    `<!doctype html><html lang="kk"><head><title>t</title><link rel="icon" href="data:,">TAG${WATCH}${pasted}</head></html>`,
  );
  await page.goto(`${site.siteUrl}/t/signals`);
  return asked;
}

/** A choice as `save` takes it. Letters: `c` cookies, `p` pixels, `l` local storage. */
export const choice = (purposes: string[], letters: string, trackers: string[] = []) => ({
  purposes,
  technologies: ['cookies', 'pixels', 'localStorage'].filter(([letter = '']) => letters.includes(letter)),
  trackers,
});

const SUPPORT: Signal[] = ['functionality_storage', 'personalization_storage'];

/** What Google is told is granted, by purposes and technologies. */
export const MAPPING: [purposes: string[], letters: string, granted: readonly Signal[]][] = [
  [['analytics'], 'cpl', ['analytics_storage']],
  [['analytics'], 'pl', []],
  [['analytics'], 'c', ['analytics_storage']],
  [['marketing'], 'cp', ADS],
  [['marketing'], 'c', []],
  [['marketing'], 'p', []],
  [['marketing'], 'cpl', ADS],
  [['support'], 'c', SUPPORT],
  [['support'], 'pl', []],
  [['analytics', 'marketing', 'support'], 'c', ['analytics_storage', ...SUPPORT]],
  [['analytics', 'marketing', 'support'], 'cpl', ['analytics_storage', ...ADS, ...SUPPORT]],
  [[], 'cpl', []],
];
