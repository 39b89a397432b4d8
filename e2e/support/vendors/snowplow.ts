import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.16';

/** Event pipeline that pings while the page is read; cookies and a queue in web storage. */
export const snowplow: Vendor = {
  id: 'snowplow',
  host: HOST,
  file: (path) => path.replace('/sp.js', '@snowplow/browser-tracker/dist/index.umd.min.js'),
  answer: () => ({ body: 'ok', type: 'text/plain' }),
  snippet: (origin) => `<script>
window.snow = window.snow || [];
(function(d, f, s) {
  f = d.createElement('script'); f.async = true; f.src = '${origin}/sp.js';
  f.onload = function() {
    var sp = window.snowplowBrowserTracking;
    sp.newTracker('sp', '${origin}', { appId: 'kelisim', stateStorageStrategy: 'cookieAndLocalStorage' });
    sp.enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 });
    sp.trackPageView();
    var queue = window.snow;
    window.snow = { push: function(event) { sp.trackStructEvent(event); } };
    queue.forEach(window.snow.push);
  };
  s = d.getElementsByTagName('script')[0]; s.parentNode.insertBefore(f, s);
})(document);
snow.push({ category: 'page', action: 'opened' });
</script>`,
  track: `snow.push({ category: 'page', action: 'asked' });`,
  normal: {
    requests: [
      'GET /sp.js',
      'OPTIONS /com.snowplowanalytics.snowplow/tp2',
      'POST /com.snowplowanalytics.snowplow/tp2',
    ],
    stored: ['cookie _sp_id.*', 'cookie _sp_ses.*', 'localStorage snowplowOutQueue_*'],
  },
  tracker: declare(HOST, {
    id: 'snowplow',
    uses: ['cookies', 'pixels', 'localStorage'],
    stop: false,
    stores: [
      ...stores('cookie', '12 months', '_sp_id.*', '_sp_ses.*'),
      ...stores('localStorage', 'until erased', 'snowplowOutQueue_*'),
    ],
  }),
};
