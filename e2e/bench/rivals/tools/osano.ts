import { packaged, type Setup, type Tool } from '../tool.ts';

/** What the site itself has to write: Osano's open-source banner starts nothing. */
const start = (trackers: string) => `function start(){let s;
${[
  ['sanaq.js', ''],
  ['izdeu-base.js', 's.async=false;'],
  ['izdeu-events.js', 's.async=false;'],
  ['qalqan.mjs', "s.type='module';"],
]
  .map(
    ([src, more]) =>
      `s=document.createElement('script');${more}s.src='${trackers}/${src}';document.head.appendChild(s);`,
  )
  .join('\n')}
new Image().src='${trackers}/baspa/px.gif?e=pageview';
}`;

/**
 * Cookie Consent 3 by Osano, with `type: 'opt-in'` as in `examples/example-5-opt-in.html` of the package. It has neither
 * categories nor settings, and one language a page.
 */
export function osano({ words: [{ title, text, details }], trackers }: Setup): Tool {
  const { texts } = details;
  const config = {
    type: 'opt-in',
    layout: 'basic-header',
    palette: { popup: { background: '#ffffff' }, button: { background: '#0b5c4d' } },
    content: {
      header: title,
      message: text,
      allow: texts.accept,
      deny: texts.refuse,
      link: texts.policy,
      policy: texts.policy,
      href: '/policy',
    },
  };
  const on = 'function(){if(this.hasConsented())start()}';
  const options = JSON.stringify(config).replace(/\}$/, `,onInitialise:${on},onStatusChange:${on}}`);
  return {
    name: 'Osano',
    head: '<link href="/osano/cookieconsent.min.css" rel="stylesheet">',
    end:
      '<script src="/osano/cookieconsent.min.js"></script>' +
      `<script>${start(trackers)}\ncookieconsent.initialise(${options})</script>`,
    files: {
      '/osano/cookieconsent.min.css': packaged('cookieconsent/build/cookieconsent.min.css'),
      '/osano/cookieconsent.min.js': packaged('cookieconsent/build/cookieconsent.min.js'),
    },
    accept: '.cc-window .cc-allow',
  };
}
