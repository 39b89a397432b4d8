import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.15';
const KEY = 'kelisimkelisimkelisimkelisim1234';

/** The loader as the package ships it, without the hash of the file on the vendor's own servers. */
const loader = (origin: string) =>
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@amplitude/analytics-browser/lib/scripts/amplitude-snippet-min.js',
    ),
    'utf8',
  )
    .replace(/c\.integrity="[^"]*",/, '')
    .replace(/https:\/\/cdn\.amplitude\.com\/libs\/[^"]*/, `${origin}/libs/amplitude-min.js`);

/** Product analytics with beacons when the page is left; cookies, web storage, IndexedDB. */
export const amplitude: Vendor = {
  id: 'amplitude',
  host: HOST,
  file: (path) => path.replace('/libs/', '@amplitude/analytics-browser/lib/scripts/'),
  answer: (path) => ({
    body: path.startsWith('/config') ? '{"configs":{}}' : '{"code":200,"events_ingested":1}',
    type: 'application/json',
  }),
  snippet: (origin) => `<script>
${loader(origin)}
amplitude.init('${KEY}', undefined, { serverUrl: '${origin}/2/httpapi', flushIntervalMillis: 250, flushQueueSize: 5,
  remoteConfig: { serverUrl: '${origin}/config' }, autocapture: true });
amplitude.track('page opened');
addEventListener('pagehide', function() { amplitude.setTransport('beacon'); amplitude.flush(); });
</script>`,
  track: `amplitude.track('asked', { at: 1 }); amplitude.identify(new amplitude.Identify().set('seen', true));`,
  normal: {
    requests: [
      'GET /config/kelisimkelisimkelisimkelisim1234',
      'GET /libs/amplitude-min.js',
      'OPTIONS /2/httpapi',
      'POST /2/httpapi',
    ],
    stored: [
      'cookie AMP_MKTG_*',
      'cookie AMP_kelisimkel',
      'indexedDB AMP_diagnostics_*',
      'localStorage AMP_remote_config_*',
      'localStorage AMP_unsent_*',
      'sessionStorage AMP_PAGE_VIEW',
      'sessionStorage AMP_URL_INFO',
    ],
  },
  tracker: declare(HOST, {
    id: 'amplitude',
    uses: ['cookies', 'pixels', 'localStorage'],
    stop: [{ call: 'amplitude.setOptOut', args: [true] }],
    resume: [{ call: 'amplitude.setOptOut', args: [false] }],
    stores: [
      ...stores('cookie', '12 months', 'AMP_kelisimkel', 'AMP_MKTG_*', 'AMP_TEST'),
      ...stores('localStorage', 'until erased', 'AMP_remote_config_*', 'AMP_unsent_*', 'AMP_TEST'),
      ...stores('sessionStorage', 'session', 'AMP_PAGE_VIEW', 'AMP_URL_INFO', 'AMP_TEST'),
      ...stores('indexedDB', 'until erased', 'AMP_diagnostics_*'),
    ],
  }),
};
