import { describe, expect, it } from 'vitest';
import type { ConsentRecord, Via } from '../../types.ts';
import { decodeRecord, encodeRecord, namesOf } from './record.ts';

const record: ConsentRecord = {
  v: 1,
  id: '0123456789abcdef0123',
  at: '2026-11-22T08:30:00.000Z',
  until: '2027-05-21T08:30:00.000Z',
  revision: 'a_b-c123~x-1~y_2',
  locale: 'kk',
  via: 'save',
  asked: {
    purposes: ['analytics', 'marketing'],
    technologies: ['cookies', 'pixels', 'localStorage'],
    trackers: ['sanaq', 'izdeu-2'],
  },
  granted: { purposes: ['analytics'], technologies: ['cookies', 'localStorage'], trackers: ['sanaq'] },
};
const none = { purposes: [], technologies: [], trackers: [] };

/** A record as its cookie value. */
const encode = ({ id, at, until, locale, via, revision, asked, granted }: ConsentRecord) =>
  encodeRecord([id, at, until, locale, via, revision], asked, granted);
const value = encode(record);

const ids = Array.from({ length: 15 }, (_, index) => `${String.fromCharCode(97 + index)}`.padEnd(20, 'x'));
const longest: ConsentRecord = {
  ...record,
  via: 'withdraw',
  revision: ['a'.repeat(6), ...ids.map(() => 'bbb')].join('~'),
  asked: {
    purposes: ['analytics', 'marketing', 'support', 'media', 'antifraud'],
    technologies: ['cookies', 'pixels', 'localStorage'],
    trackers: ids,
  },
  granted: none,
};

describe('a record', () => {
  it.each<[string, ConsentRecord]>([
    ['with some granted', record],
    ['with all granted', { ...record, granted: record.asked }],
    ['with nothing granted', { ...record, granted: none }],
    ['of a site that asks about nothing', { ...record, asked: none, granted: none }],
    ['with fifteen trackers', longest],
    ['in Russian', { ...record, locale: 'ru' }],
    ...(['accept', 'refuse', 'withdraw', 'api', 'gpc'] satisfies Via[]).map(
      (via): [string, ConsentRecord] => [`made by ${via}`, { ...record, via }],
    ),
  ])('comes back from its cookie value unchanged: %s', (_case, given) => {
    expect(decodeRecord(encode(given))).toEqual(given);
  });

  it('tells refused from never asked', () => {
    const read = decodeRecord(value);
    expect(read?.asked.trackers).toContain('izdeu-2');
    expect(read?.granted.trackers).not.toContain('izdeu-2');
  });

  it('never grants what was not asked', () => {
    const wider = { ...record, granted: { ...record.granted, trackers: ['sanaq', 'stranger'] } };
    expect(decodeRecord(encode(wider))?.granted.trackers).toEqual(['sanaq']);
  });

  it.each([record, longest])('is made of characters that the cookie encoder leaves alone', (given) => {
    const text = encode(given);
    // js-cookie leaves these as they are; anything else would grow to three characters each.
    expect(text).toMatch(/^[\w|:.~*!-]+$/);
  });

  it.each([
    ['refused', longest],
    ['granted', { ...longest, granted: longest.asked }],
  ])('of 15 trackers with the longest ids, all %s, is a cookie of at most 600 bytes', (_case, given) => {
    expect(ids.every(({ length }) => length === 20)).toBe(true);
    expect(Buffer.byteLength(`kelisim=${encode(given)}`)).toBeLessThanOrEqual(600);
  });
});

describe('decodeRecord rejects', () => {
  const spoilt = (make: (index: number) => string[]) =>
    [...value].flatMap((_, index) => make(index)).filter((text) => text !== value);
  const accepted = (texts: string[]) => texts.filter((text) => decodeRecord(text));

  it('every change of a single character', () => {
    const letters = Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code));
    const changed = spoilt((index) =>
      [...letters, 'қ', '😀', '\0'].map((letter) => value.slice(0, index) + letter + value.slice(index + 1)),
    );
    expect(changed.length).toBeGreaterThan(value.length * 90);
    expect(accepted(changed)).toEqual([]);
  });

  it('every truncation, at the end and at the beginning', () => {
    expect(accepted(spoilt((index) => [value.slice(0, index), value.slice(index + 1)]))).toEqual([]);
  });

  it('every character left out, doubled or swapped with the next', () => {
    const changed = spoilt((index) => [
      value.slice(0, index) + value.slice(index + 1),
      value.slice(0, index) + value[index] + value.slice(index),
      value.slice(0, index) + (value[index + 1] ?? '') + value[index] + value.slice(index + 2),
    ]);
    expect(accepted(changed)).toEqual([]);
  });

  it.each(['0', '9', ' ', '|', '|0', '*', '!', '~', '.0', ';', '\n'])('an extension by %j', (tail) => {
    expect(accepted([value + tail, tail + value])).toEqual([]);
  });

  it('a refusal edited into a grant', () => {
    expect(accepted([value.replace('!', '*'), value.replaceAll('!', '*')])).toEqual([]);
  });

  it.each([
    '',
    '-',
    '1',
    '|||||||||||',
    '%7B%22v%22%3A1%7D',
    'undefined',
    `${value}${value}`,
    value.toLowerCase(),
  ])('what was never a record: %j', (text) => {
    expect(decodeRecord(text)).toBeUndefined();
  });
});

describe('namesOf', () => {
  it('lists every name of a set of grants', () => {
    expect(namesOf(record.granted).sort()).toEqual(['analytics', 'cookies', 'localStorage', 'sanaq']);
    expect(namesOf(none)).toEqual([]);
  });
});
