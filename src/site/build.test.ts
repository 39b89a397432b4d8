import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { buildSite, loadSite } from './build.ts';
import type { Runtime } from './emit.ts';
import { ConfigError, type Problem } from './problems.ts';

// biome-ignore lint/suspicious/noExplicitAny: configurations that are wrong on purpose
type Any = any;

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The path of a file with this text. */
function written(text: string): string {
  const file = join(folder, 'consent.config.json');
  writeFileSync(file, text);
  return file;
}

/** The path of the demo's configuration after an edit. */
function edited(edit: (config: Any) => void): string {
  const config: Any = structuredClone(demo);
  config.policy.text = { kk: join(root, 'locales/policy.kk.md'), ru: join(root, 'locales/policy.ru.md') };
  edit(config);
  return written(JSON.stringify(config));
}

/** Problems of a file that must not be usable. */
function problemsOf(file: string): Problem[] {
  try {
    loadSite(file);
  } catch (cause) {
    expect(cause).toBeInstanceOf(ConfigError);
    return (cause as ConfigError).problems;
  }
  throw new Error('The configuration was taken.');
}

describe('a good configuration', () => {
  it('of the demo builds into the listed files', () => {
    const runtime: Runtime = {
      widget: '__KELISIM_SITE__ __KELISIM_GUARD__',
      widgetOff: '__KELISIM_SITE__',
      guard: '',
      guardStrict: '',
      preferences: '__KELISIM_FILES__',
      later: '__KELISIM_LATER__',
      google: '__KELISIM_GOOGLE__',
      scheme: '',
      types: '',
    };
    const out = join(folder, 'deep', 'out');
    const { names } = buildSite(join(root, 'demo/consent.config.json'), out, runtime);
    expect(readdirSync(out).sort()).toEqual([...names].sort());
    expect(names).toContain('kelisim.js');
    const { files, revision } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(Object.keys(files)).toEqual(names.filter((name) => name !== 'manifest.json'));
    expect(files['kelisim.js'].bytes).toBe(readFileSync(join(out, 'kelisim.js')).length);
    expect(revision).toMatch(/^[\w-]{6,}~/);
  });

  it('may leave out what has a default', () => {
    const { site } = loadSite(
      edited((config) => {
        for (const key of ['termDays', 'cookie', 'base', 'languages']) delete config[key];
      }),
    );
    expect(site.rules).toMatchObject({ termDays: 180, base: '/kelisim/', locales: ['kk', 'ru'] });
    expect(site.rules.cookie).toEqual({ name: 'kelisim' });
  });

  it.each([1, 180, 395])('may ask for %i days', (days) => {
    expect(loadSite(edited((config) => (config.termDays = days))).site.rules.termDays).toBe(days);
  });

  it('may have no tracker at all', () => {
    expect(loadSite(edited((config) => (config.trackers = []))).site.rules.asked.trackers).toEqual([]);
  });

  it('may be in Kazakh only, without a Russian text or policy', () => {
    const file = edited((config) => {
      config.languages = ['kk'];
      for (const { description } of config.trackers) delete description.ru;
      for (const texts of [config.operator.name, config.policy.title, config.policy.text]) delete texts.ru;
    });
    expect(loadSite(file).site.rules.locales).toEqual(['kk']);
  });
});

describe('a warning does not stop the build and is given for', () => {
  it.each<[string, (config: Any) => void, string]>([
    ['the sample BIN', () => {}, 'operator.bin'],
    ['Kazakh alone', (config) => (config.languages = ['kk']), 'languages'],
    ['a site without trackers', (config) => (config.trackers = []), 'trackers'],
    [
      'purposes that are all hidden',
      (config) => {
        config.purposes = Object.fromEntries(
          config.trackers.map(({ purpose }: Any) => [purpose, { hidden: true }]),
        );
      },
      'purposes',
    ],
    [
      'a lifetime over 13 months',
      ({ trackers }) => (trackers[0].stores[1].lifetime = '2 years'),
      'trackers[0].stores[1].lifetime',
    ],
    [
      'a lifetime of 400 days',
      ({ trackers }) => (trackers[1].stores[0].lifetime = '400 days'),
      'trackers[1].stores[0].lifetime',
    ],
  ])('%s', (_what, edit, where) => {
    const { warnings } = loadSite(edited(edit));
    expect(warnings).toContainEqual({ where, message: expect.stringMatching(/\w.*\. [A-Z].*\.$/) });
  });

  it.each(['13 months', '395 days', 'session', 'until erased'])('nothing at a lifetime of %s', (lifetime) => {
    const file = edited((config) => {
      config.operator.bin = '971240001315';
      config.trackers[0].stores[0].lifetime = lifetime;
    });
    expect(loadSite(file).warnings).toEqual([]);
  });
});

describe('a file that is no configuration', () => {
  it('is told of by its path when it is not there', () => {
    const file = join(folder, 'nothing.json');
    expect(problemsOf(file)).toEqual([{ where: '', message: expect.stringContaining(file) }]);
  });

  it.each<[string, string]>([
    ['{\n  "operator": {},\n}', '3:1: The file is not JSON: the name of a key is missing.'],
    ['{"operator" 1}', '1:13: The file is not JSON: a ":" is missing.'],
    ["{'operator': {}}", '1:2: The file is not JSON: this is no word of JSON. Write texts in double quotes.'],
    ['{"operator": nothing}', '1:14: The file is not JSON: this is no word of JSON.'],
    ['{"operator":', '1:13: The file is not JSON: a value is missing.'],
    ['{"a": 1\n "b": 2}', '2:2: The file is not JSON: a "," is missing.'],
    ['{"a": 1', '1:8: The file is not JSON: a "}" is missing.'],
    ['{"a": [1}', '1:9: The file is not JSON: a "]" is missing.'],
    ['{"a": "b}', '1:7: The file is not JSON: a closing double quote is missing.'],
    ['// a\n{}', '1:1: The file is not JSON: JSON has no comments.'],
    ['{} {}', '1:4: The file is not JSON: there is something behind the end.'],
    ['', '1:1: The file is not JSON: a value is missing.'],
  ])('is told of with the place and in plain words: %j', (text, said) => {
    const file = written(text);
    expect(() => loadSite(file)).toThrow(`${file}:${said}`);
  });

  it.each(['[]', 'null', '1', '"x"', 'true'])('is asked to be an object: %s', (text) => {
    expect(problemsOf(written(text))[0]?.message).toMatch(/object/);
  });
});
