import { describe, expect, it } from 'vitest';
import kk from '../../locales/kk.json';
import ru from '../../locales/ru.json';
import type { StartItem } from '../contract.ts';
import { parseLifetime } from '../site/lifetime.ts';
import { lintKazakh } from '../site/stringLint.ts';
import { covers } from '../site/vendors.ts';
import { presets } from './index.ts';
import type { Preset } from './preset.ts';

const TEXTS: Record<'kk' | 'ru', Record<string, string>> = { kk: kk.preset, ru: ru.preset };

/** Vendors without a stub: their calls wait for the script. */
const SCRIPT_FIRST = ['adjust', 'vk-retargeting'];
/** Of the waiting list of Microsoft's tag the script makes an object. */
const SCRIPT_BETWEEN = ['microsoft-uet'];
/** These stand in the pages as a frame or as inert markup. */
const IN_THE_PAGE = ['2gis', 'google-maps', 'recaptcha', 'yandex-maps', 'youtube'];

const isScript = (item: StartItem): item is Extract<StartItem, { script: string }> => 'script' in item;
const withAccount = (text: string, { account }: Preset) =>
  text.replaceAll('{id}', account?.example ?? 'no account');
const allText = ({ start, stop, resume, update, options }: Preset) =>
  JSON.stringify([start, stop, resume, update, options]);

describe('the texts for visitors', () => {
  it.each(['kk', 'ru'] as const)('in %s are there for every preset and for nothing else', (locale) => {
    expect(Object.keys(TEXTS[locale])).toEqual(presets.map(({ id }) => id));
  });

  it('have as many sentences in both languages', () => {
    const sentences = (text = '') => text.split(/\.(?: |$)/).length;
    for (const { id } of presets) expect(sentences(TEXTS.ru[id]), id).toBe(sentences(TEXTS.kk[id]));
  });
});

describe.each(presets)('$id', (preset) => {
  const { id, provider, uses, account, hosts, stores, start, stop, resume, update, sensitive } = preset;
  const scripts = start.filter(isScript);

  it('names who gets the data, where and under which rules', () => {
    expect(provider.name).toMatch(/\S{2}/);
    expect(provider.country).toMatch(/^[A-Z]{2}$/);
    expect(new URL(provider.url).protocol).toBe('https:');
  });

  it('tells the visitor in plain sentences, in Kazakh without foreign letters', () => {
    for (const text of [TEXTS.kk[id], TEXTS.ru[id]]) expect(text).toMatch(/^\p{Lu}.{40,}\.$/u);
    expect(lintKazakh(TEXTS.kk[id] ?? '')).toEqual([]);
  });

  it('uses some technology, and one for each thing that it stores', () => {
    expect(new Set(uses).size).toBe(uses.length);
    expect(uses).toContain('pixels');
    for (const { kind } of stores) expect(uses).toContain(kind === 'cookie' ? 'cookies' : 'localStorage');
  });

  it('gives every stored name a lifetime that people can be told', () => {
    const wrong = stores.filter(({ lifetime }) => lifetime !== 'unknown' && !parseLifetime(lifetime));
    expect(wrong).toEqual([]);
    const own = stores.filter(({ thirdParty }) => !thirdParty);
    for (const { kind, lifetime } of own) {
      if (kind === 'sessionStorage') expect(lifetime).toBe('session');
      else if (kind !== 'cookie') expect(lifetime).toBe('until erased');
    }
  });

  it('has an account exactly where its calls need one, with an example of its shape', () => {
    expect(/\{id(:number)?\}/.test(allText(preset))).toBe(!!account);
    if (account) expect(account.example).toMatch(new RegExp(`^(?:${account.pattern})$`));
    if (allText(preset).includes('{id:number}')) expect(account?.example).toMatch(/^\d+$/);
  });

  it('has options exactly where its calls take them, and names the ones that hand over more', () => {
    expect(JSON.stringify(start).includes('{options}')).toBe(preset.options !== undefined);
    for (const name of Object.keys(preset.options ?? {})) expect(sensitive).toContain(name);
  });

  it('loads from its own hosts only, over https', () => {
    for (const { script } of scripts) {
      const { protocol, hostname, pathname } = new URL(withAccount(script, preset));
      expect(protocol).toBe('https:');
      expect(hosts.some((host) => covers(host, hostname + pathname))).toBe(true);
    }
  });

  it('has its stub before its one script, which holds nothing up', () => {
    if (IN_THE_PAGE.includes(id)) return expect(start).toEqual([]);
    expect(scripts).toHaveLength(1);
    const place = start.findIndex(isScript);
    if (SCRIPT_FIRST.includes(id)) expect(place).toBe(0);
    else if (SCRIPT_BETWEEN.includes(id)) expect([place > 0, place < start.length - 1]).toEqual([true, true]);
    else expect([place, scripts[0]?.async]).toEqual([start.length - 1, true]);
  });

  it('can go on only after a stop, and is told news only where it can be stopped', () => {
    if (resume || update) expect(stop).not.toBe(false);
    if (Array.isArray(stop) && stop.length) expect(resume?.length).toBeGreaterThan(0);
  });

  it('holds no text that would have to be run', () => {
    expect(allText(preset)).not.toMatch(/function|=>|javascript:|\beval\b|<\/?\w/i);
  });
});

it('Google is told by Consent Mode what is granted, and only the tag manager is a container', () => {
  const ids = (which: (preset: Preset) => unknown) => presets.filter(which).map(({ id }) => id);
  expect(ids(({ consentMode }) => consentMode)).toEqual([
    ...['google-ads', 'google-analytics', 'google-tag-manager'],
  ]);
  expect(ids(({ container }) => container)).toEqual(['google-tag-manager']);
  expect(ids((preset) => /"consent"/.test(allText(preset)))).toEqual(['meta-pixel', 'microsoft-uet']);
});
