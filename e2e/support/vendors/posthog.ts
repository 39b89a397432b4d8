import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.11';
const KEY = 'phc_kelisim';

/** What the project's settings switch on: recording, heat maps, dead clicks, web vitals. */
const SETTINGS = {
  supportedCompression: ['gzip-js'],
  sessionRecording: { endpoint: '/s/', recorderVersion: 'v2', consoleLogRecordingEnabled: true },
  capturePerformance: { network_timing: true, web_vitals: true },
  autocapture_opt_out: false,
  captureDeadClicks: true,
  heatmaps: true,
  hasFeatureFlags: true,
  surveys: false,
  isAuthenticated: false,
};
const FLAGS = { ...SETTINGS, flags: {}, errorsWhileComputingFlags: false, requestId: 'r' };

const CALLS =
  'init capture identify alias reset register register_once unregister opt_in_capturing opt_out_capturing has_opted_out_capturing get_distinct_id startSessionRecording stopSessionRecording people.set people.set_once';

/** Analytics suite with session recording; cookie and web storage. */
export const posthog: Vendor = {
  id: 'posthog',
  host: HOST,
  // The library asks for its parts under its own version.
  file: (path) => path.replace(/^\/static\/(\d[\d.]+\/)?([\w-]+\.js)$/, 'posthog-js/dist/$2'),
  answer(path) {
    const type = 'application/json';
    if (path === `/array/${KEY}/config.js`) {
      const settings = JSON.stringify({ [KEY]: { config: SETTINGS, siteApps: [] } });
      return { body: `window._POSTHOG_REMOTE_CONFIG=${settings}`, type: 'text/javascript' };
    }
    if (path === `/array/${KEY}/config`) return { body: JSON.stringify(SETTINGS), type };
    if (/^\/(flags|decide)\//.test(path)) return { body: JSON.stringify(FLAGS), type };
    return { body: '{"status":1}', type };
  },
  snippet: (origin) => `<script>
!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){function g(t,e){var o=e.split(".");2==o.length&&(t=t[o[0]],e=o[1]),t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}}(p=t.createElement("script")).type="text/javascript",p.crossOrigin="anonymous",p.async=!0,p.src=s.api_host.replace(".i.posthog.com","-assets.i.posthog.com")+"/static/array.js",(r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);var u=e;for(void 0!==a?u=e[a]=[]:a="posthog",u.people=u.people||[],u.toString=function(t){var e="posthog";return"posthog"!==a&&(e+="."+a),t||(e+=" (stub)"),e},u.people.toString=function(){return u.toString(1)+".people (stub)"},o="${CALLS}".split(" "),n=0;n<o.length;n++)g(u,o[n]);e._i.push([i,s,a])},e.__SV=1)}(document,window.posthog||[]);
posthog.init('${KEY}', { api_host: '${origin}', opt_out_useragent_filter: true, person_profiles: 'always',
  request_queue_config: { flush_interval_ms: 250 } });
posthog.capture('page opened');
</script>`,
  track: `posthog.capture('asked', { at: 1 }); posthog.people.set({ seen: true });`,
  normal: {
    requests: [
      'GET /array/phc_kelisim/config.js',
      'GET /static/1.449.2/dead-clicks-autocapture.js',
      'GET /static/1.449.2/lazy-recorder.js',
      'GET /static/1.449.2/surveys.js',
      'GET /static/1.449.2/web-vitals-with-attribution.js',
      'GET /static/array.js',
      'POST /e/',
      'POST /flags/',
      'POST /s/',
    ],
    stored: [
      'cookie ph_*_posthog',
      'localStorage ph_*_posthog',
      'sessionStorage ph_*_posthog',
      'sessionStorage ph_*_primary_window_exists',
      'sessionStorage ph_*_session_registered_properties',
      'sessionStorage ph_*_window_id',
    ],
  },
  tracker: declare(HOST, {
    id: 'posthog',
    uses: ['cookies', 'pixels', 'localStorage'],
    stop: [{ call: 'posthog.opt_out_capturing' }],
    resume: [{ call: 'posthog.opt_in_capturing' }],
    stores: [
      ...stores('cookie', '12 months', 'ph_*_posthog', '__ph_opt_in_out_*'),
      ...stores('localStorage', 'until erased', 'ph_*_posthog', '__ph_opt_in_out_*', '__mplssupport__'),
      ...stores(
        'sessionStorage',
        'session',
        'ph_*_posthog',
        'ph_*_window_id',
        'ph_*_primary_window_exists',
        'ph_*_session_registered_properties',
        '__support__',
      ),
    ],
  }),
};
