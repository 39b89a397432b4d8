import { expect, it } from 'vitest';
import kk from '../../locales/kk.json';
import ru from '../../locales/ru.json';
import { dateInWords } from './words.ts';

const said = (iso: string, { date }: typeof kk | typeof ru) =>
  dateInWords(iso, { texts: { date: date.full }, months: date.months.split('|') });

it('dates are those of the calendar in Almaty', () => {
  expect(said('2026-11-22T18:59:59Z', kk)).toBe('2026 жылғы 22 қараша');
  expect(said('2026-11-22T18:59:59Z', ru)).toBe('22 ноября 2026 г.');
  expect(said('2026-12-31T19:00:00Z', ru)).toBe('1 января 2027 г.');
});
