import type { Post } from '../post.ts';
import type { Settings } from '../settings.ts';

/** The moment of every test: a Wednesday in Kazakhstan. */
export const NOW = Date.parse('2026-11-25T09:30:00.000Z');

/** A token of the operator for tests. */
export const TOKEN = 'a-token-of-forty-characters-for-the-tests';

/** Settings of a service for tests. */
export const SETTINGS: Settings = {
  origins: ['https://www.akshamat.kz', 'https://akshamat.kz'],
  token: TOKEN,
  cookie: { name: 'kelisim', domain: 'akshamat.kz' },
  calendar: { off: [], working: [] },
  perMinute: 1_000_000,
  proxies: 'loopback',
};

const ASKED: Post['record']['asked'] = {
  purposes: ['analytics', 'marketing'],
  technologies: ['cookies', 'pixels', 'localStorage'],
  trackers: ['sanaq', 'izdeu'],
};

/** Nothing granted. */
export const NONE: Post['record']['granted'] = { purposes: [], technologies: [], trackers: [] };

/** A post that is accepted, with parts of its record replaced. */
export const samplePost = (record: Partial<Post['record']> = {}): Post => ({
  record: {
    v: 1,
    id: '0123456789abcdef0123',
    at: '2026-11-25T09:00:00.000Z',
    until: '2027-05-24T09:00:00.000Z',
    revision: 'a_b-c1~x-1~y_2',
    locale: 'kk',
    via: 'accept',
    asked: ASKED,
    granted: ASKED,
    ...record,
  },
  told: {
    operator: { kk: '«Finbox» микроқаржы ұйымы» ЖШС', ru: 'ТОО «Микрофинансовая организация «Finbox»' },
    bin: '000000000000',
    policy: { protocol: '№4/2', date: '2020-03-10' },
    parties: [
      { tracker: 'sanaq', name: 'Sanaq Analytics LLC', country: 'RU' },
      { tracker: 'izdeu', name: 'Izdeu Ads, Inc.', country: 'US' },
    ],
    published: false,
    version: '0.1.0',
  },
  origin: 'https://www.akshamat.kz',
});

/** Receipt numbers that differ, by a number. */
export const receiptOf = (number: number): string => number.toString(16).padStart(20, '0');
