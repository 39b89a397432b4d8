import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.13';
const NAMES = [
  'config',
  'event',
  'hc_backoff_count',
  'hc_consecutive_backoff_count',
  'hc_error_count',
  'hc_error_message',
  'hc_status_code',
  'hc_warning_count',
  'id',
  'id_type',
  'queue',
  'session',
];

/** Analytics with heartbeats and a queue in web storage. */
export const countly: Vendor = {
  id: 'countly',
  host: HOST,
  file: (path) => path.replace('/sdk/', 'countly-sdk-web/lib/'),
  answer: (path) => ({
    body: path === '/o/sdk' ? '{"v":1,"t":1,"c":{}}' : '{"result":"Success"}',
    type: 'application/json',
  }),
  snippet: (origin) => `<script>
var Countly = Countly || {};
Countly.q = Countly.q || [];
Countly.app_key = 'kelisim';
Countly.url = '${origin}';
Countly.ignore_bots = false;
Countly.interval = 250;
Countly.session_update = 1;
Countly.force_post = true;
Countly.q.push(['track_sessions'], ['track_pageview'], ['track_clicks'], ['track_scrolls'], ['track_links'],
  ['track_forms'], ['track_errors']);
(function() {
  var cly = document.createElement('script'); cly.type = 'text/javascript'; cly.async = true;
  cly.src = '${origin}/sdk/countly.min.js';
  cly.onload = function() { Countly.init(); };
  var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(cly, s);
})();
</script>`,
  track: `Countly.q.push(['add_event', { key: 'asked', count: 1 }]);`,
  normal: {
    requests: ['GET /sdk/countly.min.js', 'POST /i', 'POST /o/sdk'],
    stored: NAMES.map((name) => `localStorage kelisim/cly_${name}`),
  },
  tracker: declare(HOST, {
    id: 'countly',
    uses: ['pixels', 'localStorage'],
    stop: [{ call: 'Countly.opt_out' }],
    resume: [{ call: 'Countly.opt_in' }],
    stores: [
      ...stores('localStorage', 'until erased', ...NAMES.map((name) => `kelisim/cly_${name}`)),
      ...stores('localStorage', 'until erased', 'kelisim/cly_ignore', 'cly_testLocal'),
    ],
  }),
};
