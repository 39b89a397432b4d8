import { describe, expect, it } from 'vitest';
import type { SiteRules } from '../../contract.ts';
import type { ConsentRecord } from '../../types.ts';
import { DAY, evaluate } from './evaluate.ts';
import { encodeRecord } from './record.ts';

const MADE = Date.parse('2026-11-22T08:30:00.000Z');
const iso = (time: number) => new Date(time).toISOString();

/** Rules of a site whose trackers have these prints. */
const site = (
  prints: Record<string, string>,
  changes: Partial<SiteRules> = {},
  base = 'base0000',
): SiteRules => ({
  revision: [base, ...Object.values(prints)].join('~'),
  base: '/kelisim/',
  termDays: 180,
  cookie: { name: 'kelisim' },
  locales: ['kk', 'ru'],
  asked: { purposes: ['analytics'], technologies: ['cookies'], trackers: Object.keys(prints) },
  trackers: {},
  html: '',
  css: '',
  ...changes,
});
const rules = site({ sanaq: 'aaa', izdeu: 'bbb' });

/** A record made under these rules at `MADE`. */
const made = (under: SiteRules, changes: Partial<ConsentRecord> = {}): ConsentRecord => ({
  v: 1,
  id: '0123456789abcdef0123',
  at: iso(MADE),
  until: iso(MADE + under.termDays * DAY),
  revision: under.revision,
  locale: 'kk',
  via: 'accept',
  asked: under.asked,
  granted: under.asked,
  ...changes,
});
const value = (under = rules, changes: Partial<ConsentRecord> = {}) => {
  const { id, at, until, locale, via, revision, asked, granted } = made(under, changes);
  return encodeRecord([id, at, until, locale, via, revision], asked, granted);
};
const why = (...given: Parameters<typeof evaluate>) => {
  const state = evaluate(...given);
  return state.phase === 'decided' ? 'decided' : state.why;
};

describe('evaluate', () => {
  it('gives back the record of a current answer to everything asked', () => {
    expect(evaluate(value(), rules, MADE + 1)).toEqual({ phase: 'decided', record: made(rules) });
  });

  it('keeps a refusal as long as a consent', () => {
    const refused = value(rules, {
      via: 'refuse',
      granted: { purposes: [], technologies: [], trackers: [] },
    });
    expect(why(refused, rules, MADE + 180 * DAY - 1)).toBe('decided');
    expect(why(value(), rules, MADE + 180 * DAY - 1)).toBe('decided');
  });

  it('takes an empty value for a first visit', () => {
    expect(why('', rules, MADE)).toBe('first-visit');
  });

  it.each(['-', 'true', '{"v":1}', value().slice(0, -1), `${value()}0`, value().replace('*', '!')])(
    'cannot read %j',
    (text) => {
      expect(why(text, rules, MADE)).toBe('unreadable');
    },
  );

  it.each(['', 'yesterday', 'Infinity'])('cannot read a record made at %j', (at) => {
    expect(why(value(rules, { at }), rules, MADE)).toBe('unreadable');
  });

  it('bears a clock that is a day wrong, and no record from further in the future', () => {
    expect(why(value(), rules, MADE - DAY + 1)).toBe('decided');
    expect(why(value(), rules, MADE - DAY)).toBe('unreadable');
    expect(why(value(), rules, MADE - 1000 * DAY)).toBe('unreadable');
  });

  it('asks again at the very end of the term', () => {
    expect(why(value(), rules, MADE + 180 * DAY)).toBe('expired');
    expect(why(value(rules, { until: iso(MADE + DAY) }), rules, MADE + DAY)).toBe('expired');
  });

  it.each(['', 'never'])('takes the end %j for the past', (until) => {
    expect(why(value(rules, { until }), rules, MADE)).toBe('expired');
  });

  const { sanaq, izdeu } = { sanaq: 'aaa', izdeu: 'bbb' };
  it.each<[string, SiteRules, string]>([
    ['another policy, operator, text or term', site({ sanaq, izdeu }, {}, 'base0001'), 'revision'],
    ['an added tracker at the end', site({ sanaq, izdeu, baspa: 'ccc' }), 'revision'],
    ['an added tracker in front', site({ baspa: 'ccc', sanaq, izdeu }), 'revision'],
    ['an added tracker whose print is known', site({ sanaq, izdeu, baspa: 'aaa' }), 'revision'],
    ['a changed tracker', site({ sanaq, izdeu: 'bbc' }), 'revision'],
    ['a tracker under another id', site({ sanaq, baspa: izdeu }), 'revision'],
    ['two trackers with their prints exchanged', site({ sanaq: izdeu, izdeu: sanaq }), 'revision'],
    ['one removed and one added', site({ izdeu, baspa: 'ccc' }), 'revision'],
    ['the first tracker removed', site({ izdeu }), 'decided'],
    ['the last tracker removed', site({ sanaq }), 'decided'],
    ['all trackers removed', site({}), 'decided'],
    ['trackers in another order', site({ izdeu, sanaq }), 'decided'],
  ])('after %s', (_case, now, expected) => {
    expect(why(value(), now, MADE + DAY)).toBe(expected);
  });

  it('says that the texts changed when the term is over as well', () => {
    expect(why(value(), site({ sanaq, izdeu }, {}, 'base0001'), MADE + 999 * DAY)).toBe('revision');
  });

  it('asks about the first tracker a site gets', () => {
    expect(why(value(site({})), site({ sanaq }), MADE)).toBe('revision');
  });

  it('decides nothing else: the same input gives the same state', () => {
    expect(evaluate(value(), rules, MADE)).toEqual(evaluate(value(), rules, MADE));
  });
});
