import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import type { LaterSite, PanelFiles, SiteRules } from '../contract.ts';
import { emit, emitUnconfigured, type Files } from './emit.ts';
import { expand } from './expand.ts';
import { packGuard, type SiteGuard } from './guardRules.ts';
import { resolve } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';

const runtime = {
  widget: 'var s=__KELISIM_SITE__,g=__KELISIM_GUARD__;',
  preferences: 'var f=__KELISIM_FILES__;',
  later: 'var l=__KELISIM_LATER__;',
  google: 'var g=__KELISIM_GOOGLE__;',
  scheme: 'var follows;',
  widgetOff: 'var s=__KELISIM_SITE__;',
  guard: 'scope,setup;',
  guardStrict: 'scope,setup;',
  types: 'export {};',
};
const NASTY = `</script><script>alert('1')</script><!-- "\\" \\' \` $& \${x} \u2028 </SCRIPT x>`;

function built(
  edit: (config: SiteConfig) => void = () => {},
  text = { kk: '## Бір\n\nмәтін', ru: '## Раз\n\nтекст' },
) {
  const config = expand(schema.parse(structuredClone(demo)));
  edit(config);
  return emit(resolve(config, text), runtime);
}
const nameOf = (files: Files, start: string) =>
  [...files.keys()].find((name) => name.startsWith(start)) as string;
const bodyOf = (files: Files, start: string) => files.get(nameOf(files, start)) as string;
const run = <Value>(script: string, name: string): Value => new Function(`${script};return ${name}`)();
const rulesOf = (files: Files) => run<SiteRules>(bodyOf(files, 'kelisim.js'), 's');
const laterOf = (files: Files) => run<LaterSite>(bodyOf(files, 'later-'), 'l');
const panelOf = (files: Files) => run<PanelFiles>(bodyOf(files, 'preferences-'), 'f');
const sha = (body: string) => `sha256-${createHash('sha256').update(body).digest('base64')}`;
const first = (config: SiteConfig) => config.trackers[0] as SiteConfig['trackers'][number];

describe('the files', () => {
  const files = built();

  it('are the same bytes when built twice', () => {
    expect([...built()]).toEqual([...files]);
  });

  it('hold every part once, under a name with the hash of its content', () => {
    const names = [...files.keys()].map((name) => name.replace(/-[0-9a-f]{8,}\./, '-HASH.')).sort();
    expect(names).toEqual([
      'csp.txt',
      ...['details.kk-HASH.json', 'details.ru-HASH.json', 'kelisim.d.ts', 'kelisim.js', 'later-HASH.js'],
      ...[
        'policy.kk-HASH.html',
        'policy.ru-HASH.html',
        'preferences-HASH.js',
        'snippet.html',
        'snippet.inline.html',
      ],
    ]);
    for (const [name, body] of files) {
      const hash = /-([0-9a-f]{8,})\./.exec(name)?.[1];
      if (hash) expect(createHash('sha256').update(body).digest('hex').startsWith(hash), name).toBe(true);
    }
  });

  it('are named by those that load them, with their integrity', () => {
    const panel = panelOf(files);
    const named = [rulesOf(files).later, laterOf(files).preferences, ...Object.values({ ...panel.details })];
    for (const lazy of [...named, ...Object.values(panel.policy)])
      expect(lazy?.integrity).toBe(sha(files.get(lazy?.path as string) as string));
    expect(panel).toMatchObject({ locales: ['kk', 'ru'] });
  });

  it.each<[string, string, Parameters<typeof built>]>([
    ['policy.kk-', 'the Kazakh policy', [undefined, { kk: '## Екі', ru: '## Раз\n\nтекст' }]],
    ['details.ru-', 'a Russian description', [(config) => (first(config).description.ru = 'иначе')]],
    ['later-', 'how a tracker stops', [(config) => (first(config).stop = [{ call: 'other' }])]],
    ['preferences-', 'a text behind the panel', [(config) => (first(config).description.kk = 'басқаша')]],
  ])('change their name %s with %s', (start, _what, given) => {
    expect(nameOf(built(...given), start)).not.toBe(nameOf(files, start));
  });

  it('keep the name of what did not change', () => {
    const other = built((config) => (first(config).stop = [{ call: 'other' }]));
    for (const start of ['policy.kk-', 'policy.ru-', 'details.kk-', 'details.ru-', 'preferences-'])
      expect(nameOf(other, start)).toBe(nameOf(files, start));
  });
});

describe('the filled scripts', () => {
  it('evaluate to the rules of the site', () => {
    const config = expand(schema.parse(structuredClone(demo)));
    const { rules, later } = resolve(config, { kk: '## Бір\n\nмәтін', ru: '## Раз\n\nтекст' });
    const guard = packGuard(rules.guard as SiteGuard);
    expect(rulesOf(built())).toMatchObject(JSON.parse(JSON.stringify({ ...rules, guard })));
    expect(laterOf(built()).trackers).toEqual(later.trackers);
  });

  it('give back every text and value exactly, whatever characters it holds', () => {
    const to = [NASTY, null, true, -1.5, { "a-b'": [NASTY, {}, []], '': 1, '"': "'" }];
    const site = laterOf(
      built((config) => {
        first(config).name = NASTY;
        first(config).stop = [{ set: 'x', to }];
      }),
    );
    expect(site.trackers[0]).toMatchObject({ name: NASTY, stop: [{ set: 'x', to }] });
  });

  it('can stand between script tags: nothing in them ends or hides the script', () => {
    const files = built((config) => {
      config.operator.name.kk = NASTY;
      config.operator.name.ru = NASTY;
      first(config).start = [{ script: `/a?${NASTY.replace(/\s/g, '')}` }];
      first(config).stop = [{ set: 'x', to: { [NASTY]: NASTY } }];
    });
    for (const [name, body] of files)
      if (name.endsWith('.js')) expect(body, name).not.toMatch(/<\/script|<script|<!--/i);
  });

  it('know no rule by a name that every object has', () => {
    const { trackers } = rulesOf(built());
    expect(['constructor', 'toString', '__proto__'].filter((name) => name in trackers)).toEqual([]);
  });
});

/** What has Chromium compile all functions of a file while it loads, when it stands at the very top. */
const HINT = /^\/\/# allFunctionsCalledOnLoad\n/;

describe('the snippets', () => {
  it.each([false, true])('have kelisim.js compiled while it loads, with Google told first: %s', (google) => {
    const files = built((config) => {
      if (google) Object.assign(config.trackers[0] as object, { consentMode: 'google' });
    });
    expect(bodyOf(files, 'kelisim.js')).toMatch(HINT);
  });

  it('hold nothing in the inline form that is only right while its lines are kept apart', () => {
    const text = /<script>(.*?)<\/script>/s.exec(built().get('snippet.inline.html') as string)?.[1] as string;
    expect(text).not.toContain('//#');
  });

  it('load kelisim.js by its real hash', () => {
    const files = built();
    expect(files.get('snippet.html')?.split('-->\n')[1]).toBe(
      `<script src="/kelisim/kelisim.js" integrity="${sha(bodyOf(files, 'kelisim.js'))}" crossorigin="anonymous"></script>\n`,
    );
  });

  it('allow the inline text by its real hash', () => {
    const files = built((config) => (config.operator.name.kk = NASTY));
    const snippet = files.get('snippet.inline.html') as string;
    const text = /<script>(.*?)<\/script>/s.exec(snippet)?.[1] as string;
    expect(text).toBe(bodyOf(files, 'kelisim.js').replace(HINT, ''));
    expect(/script-src '(.*?)'/.exec(snippet)?.[1]).toBe(sha(text));
    expect(files.get('csp.txt')).toContain(`'${sha(text)}'`);
  });

  it.each(['snippet.html', 'snippet.inline.html'])('offer in %s the line against loading ahead', (name) => {
    const [comment, ...rest] = (built().get(name) as string).split('\n');
    expect(comment).toMatch(/^<!-- .*<meta http-equiv="Content-Security-Policy" content="">.* -->$/);
    expect(rest.join()).not.toContain('<meta');
  });
});

describe('the file without a configuration', () => {
  it('asks in both languages, can start nothing and tells the developer', () => {
    const script = emitUnconfigured(runtime);
    const said: unknown[] = [];
    const rules: SiteRules = new Function('console', `${script};return s`)({
      warn: (...words: unknown[]) => said.push(...words),
    });
    expect(rules.asked).toEqual({ purposes: [], technologies: [], trackers: [] });
    expect(rules.html).toMatch(/lang="?kk[\s\S]*lang="?ru/);
    expect(rules.html).not.toContain('data-kelisim=');
    expect(said.join(' ')).toContain('npx kelisim build');
  });
});
