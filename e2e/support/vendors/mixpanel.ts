import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.12';
const TOKEN = 'kelisimtoken';
/** The loader as the package ships it. */
const LOADER = readFileSync(
  createRequire(import.meta.url).resolve('mixpanel-browser/dist/mixpanel-jslib-snippet.min.js'),
  'utf8',
);

/** Analytics with session recording; web storage and IndexedDB. */
export const mixpanel: Vendor = {
  id: 'mixpanel',
  host: HOST,
  file: (path) => path.replace('/libs/', 'mixpanel-browser/dist/'),
  answer: (path) => ({
    body: path.startsWith('/flags') ? '{"flags":{}}' : '{"status":1,"error":null}',
    type: 'application/json',
  }),
  snippet: (origin) => `<script>
var MIXPANEL_CUSTOM_LIB_URL = '${origin}/libs/mixpanel.min.js';
${LOADER}
mixpanel.init('${TOKEN}', { api_host: '${origin}', persistence: 'localStorage', track_pageview: true, autocapture: true,
  ignore_dnt: true, batch_flush_interval_ms: 250, record_sessions_percent: 100, record_min_ms: 0,
  recorder_src: '${origin}/libs/mixpanel-recorder.min.js' });
mixpanel.track('page opened');
</script>`,
  // The recorder sends every ten seconds, and when the page ends a recording.
  track: `mixpanel.track('asked', { at: 1 }); mixpanel.people.set('seen', true);
mixpanel.stop_session_recording(); mixpanel.start_session_recording();`,
  normal: {
    requests: [
      'GET /libs/mixpanel-recorder.min.js',
      'GET /libs/mixpanel.min.js',
      'OPTIONS /record/',
      'POST /record/',
      'POST /track/',
    ],
    stored: [
      'indexedDB mixpanelBrowserDb',
      'indexedDB mixpanelFlagsDb',
      'localStorage __mpq_*',
      'localStorage mp_*_mixpanel',
      'sessionStorage mp_gen_new_tab_id_*',
      'sessionStorage mp_tab_id_*',
    ],
  },
  tracker: declare(HOST, {
    id: 'mixpanel',
    uses: ['cookies', 'pixels', 'localStorage'],
    stop: [{ call: 'mixpanel.opt_out_tracking' }],
    resume: [{ call: 'mixpanel.opt_in_tracking' }],
    stores: [
      ...stores('cookie', '12 months', 'mp_*_mixpanel', '__mp_opt_in_out_*'),
      ...stores(
        'localStorage',
        'until erased',
        'mp_*_mixpanel',
        '__mpq_*',
        '__mprec_*',
        '__mplss_*',
        '__mp_opt_in_out_*',
      ),
      ...stores('sessionStorage', 'session', 'mp_tab_id_*', 'mp_gen_new_tab_id_*', '__mplss_*'),
      ...stores('indexedDB', 'until erased', 'mixpanelBrowserDb', 'mixpanelFlagsDb'),
    ],
  }),
};
