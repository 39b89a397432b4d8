import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { presets } from '../trackers/index.ts';
import { siteDetails } from './details.ts';
import { expand } from './expand.ts';
import { createMessages } from './messages.ts';
import { PURPOSES, resolve, TECHNOLOGIES } from './resolve.ts';
import { schema } from './schema.ts';
import { textKeys } from './textKeys.ts';

const SRC = fileURLToPath(new URL('../', import.meta.url));
const codeIn = (folder: string): string =>
  readdirSync(SRC + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => readFileSync(`${SRC}${folder}/${name}`, 'utf8'))
    .join('\n');

const site = codeIn('site');
const { texts } = siteDetails(resolve(expand(schema.parse(structuredClone(demo))), {}), createMessages('kk'));

/** Names behind a group that the code puts together, such as `purpose.${id}.name`. */
const FAMILIES: Record<string, readonly string[]> = {
  language: ['kk', 'ru'],
  technology: TECHNOLOGIES,
  purpose: PURPOSES,
  kind: ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'],
  lifetime: ['session', 'until erased', 'unknown', 'minute', 'hour', 'day', 'month', 'year'],
  preset: presets.map(({ id }) => id),
  // Every country may be a vendor's; those that `Intl` names well enough need no text here.
  country: ['US'],
};

const isRead = (key: string): boolean => {
  const stem = key.replace(/_(one|few|many|other)$/, '');
  const [group = '', name = ''] = stem.split('.');
  if (FAMILIES[group]) return FAMILIES[group].includes(name);
  if (site.includes(`'${stem}'`)) return true;
  return group === 'ui' ? name in texts : new RegExp(`for \\(const key of \\[[^\\]]*'${name}'`).test(site);
};

describe('no text is there for nothing', () => {
  it.each(textKeys(['kk', 'ru']))('%s is read when a site is built', (key) => {
    expect(isRead(key)).toBe(true);
  });

  const panel = codeIn('preferences');
  /** Texts that the panel finds by the name of an act or a language. */
  const byName = ['accept', 'refuse', 'save', 'withdraw', 'api', 'gpc', 'kk', 'ru'];

  it.each(Object.keys(texts))('%s, which is sent to the panel, is shown there', (name) => {
    expect(byName.includes(name) || new RegExp(`texts\\.${name}\\b`).test(panel)).toBe(true);
  });
});
