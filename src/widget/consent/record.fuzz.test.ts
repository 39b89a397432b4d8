import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { SiteRules } from '../../contract.ts';
import type { ConsentRecord, Grants } from '../../types.ts';
import { DAY, evaluate } from './evaluate.ts';
import { decodeRecord, encodeRecord, namesOf } from './record.ts';

vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse('2026-11-22T08:30:00.000Z');
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"\'`&',
  '__proto__',
  'constructor',
];

const name = fc.stringMatching(/^[a-z][a-z\d-]{1,19}$/);
const word = fc.oneof(
  fc.stringMatching(/^[\w:.-]*$/),
  fc.constantFrom(...MARKUP),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('|', '')),
);
const moment = fc
  .integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY })
  .map((time) => new Date(time).toISOString());

const asked: fc.Arbitrary<Grants> = fc.record({
  purposes: fc.subarray(['analytics', 'marketing', 'support', 'media', 'antifraud'] as const),
  technologies: fc.subarray(['cookies', 'pixels', 'localStorage'] as const),
  trackers: fc
    .uniqueArray(name, { maxLength: 15 })
    .map((ids) =>
      ids.filter((id) => !/^(analytics|marketing|support|media|antifraud|cookies|pixels)$/.test(id)),
    ),
}) as fc.Arbitrary<Grants>;

/** A record as the widget can make it. */
const records: fc.Arbitrary<ConsentRecord> = asked.chain((asked) =>
  fc.record({
    v: fc.constant(1 as const),
    id: fc.stringMatching(/^[0-9a-f]{20}$/),
    at: moment,
    until: moment,
    revision: fc.stringMatching(/^[\w-]{6}(~[\w-]{3}){0,15}$/),
    locale: fc.constantFrom('kk' as const, 'ru' as const),
    via: fc.constantFrom('accept', 'refuse', 'save', 'withdraw', 'api', 'gpc'),
    asked: fc.constant(asked),
    granted: fc.record({
      purposes: fc.subarray(asked.purposes),
      technologies: fc.subarray(asked.technologies),
      trackers: fc.subarray(asked.trackers),
    }),
  }),
) as fc.Arbitrary<ConsentRecord>;

const encode = ({ id, at, until, locale, via, revision, asked, granted }: ConsentRecord) =>
  encodeRecord([id, at, until, locale, via, revision], asked, granted);

/** Values with a right checksum that nobody but a program would write: any words in any place. */
const forged = fc
  .record({ head: fc.array(word, { minLength: 0, maxLength: 8 }), names: fc.array(word, { maxLength: 8 }) })
  .map(({ head, names }) => {
    const lists = { purposes: names.slice(0, 3), technologies: names.slice(3, 5), trackers: names.slice(5) };
    return encodeRecord(head, lists as never, lists as never);
  });

/** What may stand in the cookie: a record, one that was spoilt at one place, a forged one, anything. */
const values = fc.oneof(
  records.map(encode),
  fc
    .record({
      record: records,
      at: fc.nat(600),
      cut: fc.nat(9),
      put: fc.string({ unit: 'binary', maxLength: 9 }),
    })
    .map(({ record, at, cut, put }) => {
      const text = encode(record);
      return text.slice(0, at) + put + text.slice(at + cut);
    }),
  forged,
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(word, name), { maxLength: 14 }).map((words) => words.join('|')),
);

/** The rules of a site that tells of these trackers, each with a print of its own. */
const rulesOf = ({ asked }: ConsentRecord): SiteRules =>
  ({ revision: revisionOf(asked.trackers), asked, trackers: {} }) as unknown as SiteRules;
const revisionOf = (ids: string[]) => ['base00', ...ids.map((id) => id.slice(-3))].join('~');

/** What a visitor of such a site answered when it told of only some of them, and some time ago. */
const answerTo = (site: ConsentRecord, kept: (id: string) => boolean) => {
  const trackers = site.asked.trackers.filter(kept);
  return encode({ ...site, asked: { ...site.asked, trackers }, revision: revisionOf(trackers) });
};

describe('whatever stands in the cookie', () => {
  it('is read without an error and never grants what was not asked', () => {
    fc.assert(
      fc.property(values, (value) => {
        const read = decodeRecord(value);
        if (!read) return;
        for (const kind of ['purposes', 'technologies', 'trackers'] as const)
          for (const granted of read.granted[kind]) expect(read.asked[kind]).toContain(granted);
        // Only what it says itself: each granted name stands there with its mark.
        for (const granted of namesOf(read.granted)) expect(value).toContain(`${granted}*`);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read as one record or none: written again it is the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const read = decodeRecord(value);
        if (read) expect(encode(read)).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('decides nothing unless it answers everything that this site asks, today', () => {
    fc.assert(
      fc.property(records, values, fc.nat(4), (site, other, drop) => {
        const rules = rulesOf(site);
        const value = drop ? answerTo(site, (id) => id.length % 4 !== drop) : other;
        const state = evaluate(value, rules, NOW);
        if (state.phase === 'undecided') return;
        const { record } = state;
        expect(record.revision.split('~')[0]).toBe(rules.revision.split('~')[0]);
        for (const id of rules.asked.trackers) expect(record.asked.trackers).toContain(id);
        expect(Date.parse(record.until)).toBeGreaterThan(NOW);
        expect(Date.parse(record.at)).toBeLessThan(NOW + DAY);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a record', () => {
  it('comes back from its cookie value unchanged, whatever was asked and granted', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(decodeRecord(encode(record))).toEqual(record);
      }),
      { numRuns: 1000 },
    );
  });
});
