import { type Family, markup } from '../vector.ts';

/** Vendors' own inline snippets, shortened to what they do: a stub that queues, and a script that is inserted. */
export const snippets: Family = {
  name: 'snippets',
  title: "Vendors' inline snippets",
  kind: 'page',
  vectors: markup('js', {
    'snippet-ga': [
      'Google Analytics',
      `<script>(function(i,s,o,g,r,a,m){i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)};a=s.createElement(o),
m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)})(window,document,'script','URL','ga')</script>`,
    ],
    'snippet-gtm': [
      'Tag Manager',
      `<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':1});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s);j.async=true;j.src='URL?id='+i;f.parentNode.insertBefore(j,f)})(window,document,'script','dataLayer','X')</script>`,
    ],
    'snippet-meta': [
      'Meta',
      `<script>!function(f,b,e,v,n,t,s){if(f.fbq){}n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
n.push=n;n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','URL');fbq('init','1')</script>`,
    ],
    'snippet-yandex': [
      'Yandex Metrica',
      `<script>(function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};m[i].l=1;
for(var j=0;j<document.scripts.length;j++){if(document.scripts[j].src===r){return}}
k=e.createElement(t),a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefore(k,a)})(window,document,'script','URL','ym');ym(1,'init',{})</script>`,
    ],
    'snippet-tiktok': [
      'TikTok',
      `<script>!function(w,d,t){var q=w[t]=w[t]||[];q.load=function(e){var n=d.createElement('script');n.type='text/javascript';n.async=!0;n.src=e;
var s=d.getElementsByTagName('script')[0];s.parentNode.insertBefore(n,s)};q.load('URL')}(window,document,'ttq')</script>`,
    ],
  }),
};
