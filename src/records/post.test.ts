import Ajv from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LogPost } from '../contract.ts';
import { createApp } from './app.ts';
import { faultOf } from './fault.ts';
import { jsonSchemaOf, type Post, post } from './post.ts';
import { NONE, NOW, SETTINGS, samplePost } from './testing/samples.ts';
import { createStub } from './testing/stub.ts';

vi.setConfig({ testTimeout: 30_000 });

const DAY = 864e5;

const fits = new Ajv({ strict: false }).compile(jsonSchemaOf(post));

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 20, maxLength: 20 });
const line = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, 'Қ'));
const trackers = fc.uniqueArray(fc.stringMatching(/^[a-z\d][a-z\d-]{1,19}$/), { maxLength: 12 });
const moment = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((time) => new Date(time).toISOString());
const purposes = fc.subarray(['analytics', 'marketing', 'support', 'media', 'antifraud'] as const);
const technologies = fc.subarray(['cookies', 'pixels', 'localStorage'] as const);

/** Everything that a widget can post. */
const posts: fc.Arbitrary<Post> = fc
  .record({ id: hex, line, purposes, technologies, trackers, ru: fc.option(line, { nil: undefined }) })
  .chain(({ trackers: ids, ...known }) =>
    fc.record({
      at: moment(NOW - 399 * DAY, NOW + 0.9 * DAY),
      term: fc.integer({ min: 1, max: 395 }),
      locale: fc.constantFrom('kk' as const, 'ru' as const),
      via: fc.constantFrom(
        'accept' as const,
        'save' as const,
        'api' as const,
        'gpc' as const,
        'refuse' as const,
      ),
      granted: fc.record({
        purposes: fc.subarray(known.purposes),
        technologies: fc.subarray(known.technologies),
        trackers: fc.subarray(ids),
      }),
      known: fc.constant({ ...known, ids }),
    }),
  )
  .map(({ known: { ids, line, ru, ...known }, at, term, locale, via, granted }) => {
    const sample = samplePost();
    const asked = { purposes: known.purposes, technologies: known.technologies, trackers: ids };
    const until = new Date(Date.parse(at) + term * DAY).toISOString();
    const revision = ['a1b2c3', ...ids.map(() => 'x-_')].join('~');
    return {
      ...sample,
      record: {
        ...{ v: 1, id: known.id, at, until, revision, locale, via, asked },
        granted: via === 'refuse' ? NONE : granted,
      },
      told: {
        ...sample.told,
        operator: ru === undefined ? { kk: line } : { kk: line, ru },
        parties: ids.map((tracker) => ({ tracker, name: line, country: 'KZ' })),
      },
    };
  });

type Path = (string | number)[];

const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => pathsIn(child, [...path, key]))
    : []),
];

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '__proto__',
    "'; drop table kelisim.records; --",
    '<script>',
    '9'.repeat(99),
  ),
  fc.constantFrom(-1, 1e308, 2 ** 53, null, true, [], {}),
  fc.string({ unit: 'binary' }),
);

/** A good post with one of its values replaced by anything. */
const spoilt = fc.tuple(posts, fc.nat(), hostile).map(([good, at, by]) => {
  const paths = pathsIn(good);
  return replaced(good, paths[at % paths.length] as Path, by);
});

describe('what is posted', () => {
  it('is what the widget sends: the types agree both ways', () => {
    const fromWidget = (given: LogPost): Post => given;
    const toWidget = (given: Post): LogPost => given;
    expect(toWidget(fromWidget(samplePost()))).toEqual(samplePost());
  });

  it('is read alike by the schema in code and by the one in the OpenAPI document', () => {
    fc.assert(
      fc.property(fc.oneof(posts, spoilt, fc.jsonValue()), (value) => {
        expect(fits(value)).toBe(post.safeParse(value).success);
      }),
      { numRuns: 600 },
    );
  });

  it.each<[string, (record: Post['record']) => Partial<Post['record']>]>([
    ['a moment that does not exist', () => ({ at: '2026-02-30T10:00:00.000Z' })],
    ['the future', () => ({ at: new Date(NOW + DAY).toISOString() })],
    ['401 days ago', () => ({ at: new Date(NOW - 401 * DAY).toISOString() })],
    ['an end before the beginning', ({ at }) => ({ until: at })],
    ['a term of 396 days', ({ at }) => ({ until: new Date(Date.parse(at) + 396 * DAY).toISOString() })],
    ['a grant that was not asked for', ({ granted }) => ({ granted: { ...granted, purposes: ['media'] } })],
    ['a refusal that grants', () => ({ via: 'refuse' })],
    ['a withdrawal that grants', () => ({ via: 'withdraw' })],
    ['a revision of fewer trackers', () => ({ revision: 'a_b-c1~x-1' })],
    [
      'a tracker that nobody was told of',
      ({ asked }) => ({ asked: { ...asked, trackers: ['sanaq', 'other'] } }),
    ],
  ])('is refused with one sentence for %s', (_what, change) => {
    const good = samplePost();
    expect(faultOf(good, NOW)).toBeUndefined();
    const bad = samplePost(change(good.record));
    expect(fits(bad)).toBe(true);
    expect(faultOf(bad, NOW)).toMatch(/^\w+\.\w+/);
  });

  it.each([
    ['bin', '000000000001'],
    ['policy', { protocol: '1', date: '2026-02-30' }],
    ['parties', [...samplePost().told.parties, samplePost().told.parties[0]]],
  ])('is refused for a false told.%s', (key, value) => {
    const good = samplePost();
    expect(faultOf({ ...good, told: { ...good.told, [key]: value } } as Post, NOW)).toContain(`told.${key}`);
  });

  describe('to the service', () => {
    const stub = createStub();
    let app: Awaited<ReturnType<typeof createApp>>;
    beforeAll(async () => {
      app = await createApp({ database: stub, settings: SETTINGS, now: () => NOW });
    });
    afterAll(() => app.close());
    const inject = (payload: string) =>
      app.inject({
        ...{ method: 'POST', url: '/v1/records', payload },
        headers: { 'content-type': 'application/json', origin: 'https://www.akshamat.kz' },
      });

    it('is kept as it was sent, whatever a widget sends', async () => {
      await fc.assert(
        fc.asyncProperty(posts, async (good) => {
          stub.kept = [];
          const { statusCode, body } = await inject(JSON.stringify(good));
          expect([statusCode, body]).toEqual([201, expect.any(String)]);
          expect(stub.kept).toEqual([JSON.parse(JSON.stringify(good))]);
        }),
        { numRuns: 150 },
      );
    });

    it('is refused with a status and a body and not kept when it is anything else', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            spoilt.map((value) => JSON.stringify(value)),
            fc.json(),
            fc.string(),
          ),
          async (text) => {
            stub.kept = [];
            const { statusCode, body } = await inject(text);
            if (statusCode === 201) {
              const [only, ...others] = stub.kept;
              expect(others).toEqual([]);
              expect([post.safeParse(only).success, faultOf(only as Post, NOW)]).toEqual([true, undefined]);
              return;
            }
            expect([400, 403, 413, 422]).toContain(statusCode);
            expect(JSON.parse(body)).toEqual({
              error: expect.stringMatching(/^[a-z-]+$/),
              message: expect.any(String),
            });
            expect(stub.kept).toEqual([]);
          },
        ),
        { numRuns: 300 },
      );
    });
  });
});
