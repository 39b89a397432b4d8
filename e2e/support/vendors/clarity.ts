import { declare, stores, type Vendor } from './vendor.ts';

const HOST = '127.0.0.14';

/** Session recording; cookies. */
export const clarity: Vendor = {
  id: 'clarity',
  host: HOST,
  file: (path) => path.replace('/s/', 'clarity-js/build/'),
  // The vendor's tag: settings of the project, then the library.
  answer(path) {
    if (path !== '/tag/kelisim') return undefined;
    const body = `!function(c,l,a,r,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
function sync(){(new Image).src=ORIGIN+'/c.gif'}
c[a]('start',{projectId:'kelisim',upload:ORIGIN+'/collect',delay:200,track:true,content:true,expire:365,cookies:['_uetmsclkid'],fraud:true});
c[a].q.unshift(c[a].q.pop());c[a]('set','C_IS','0');sync();
t=l.createElement(r);t.async=1;t.src=ORIGIN+'/s/clarity.min.js';y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y)
}(window,document,'clarity','script');`;
    return {
      body: `var ORIGIN='//'+new URL(document.currentScript.src).host;${body}`,
      type: 'text/javascript',
    };
  },
  snippet: (origin) => `<script>
(function(c,l,a,r,i,t,y){
  c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
  t=l.createElement(r);t.async=1;t.src="${origin}/tag/"+i;
  y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
})(window, document, "clarity", "script", "kelisim");
</script>`,
  track: `clarity('event', 'asked'); clarity('set', 'plan', 'free');`,
  normal: {
    requests: ['GET /c.gif', 'GET /s/clarity.min.js', 'GET /tag/kelisim', 'POST /collect'],
    stored: ['cookie _clck', 'cookie _clsk', 'sessionStorage _cltk'],
  },
  tracker: declare(HOST, {
    id: 'clarity',
    uses: ['cookies', 'pixels', 'localStorage'],
    stop: [{ call: 'clarity', args: ['stop'] }],
    resume: [{ call: 'clarity', args: ['start'] }],
    stores: [
      ...stores('cookie', '12 months', '_clck', '_clsk'),
      ...stores('sessionStorage', 'session', '_cltk'),
    ],
  }),
};
