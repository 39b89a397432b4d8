import { describe, expect, it } from 'vitest';
import { addDays, dueDay, isDay, isWorkingDay, localDay, localTime, readCalendar } from './calendar.ts';

const RULE = { off: [], working: [] };

describe('a working day in Kazakhstan', () => {
  it.each<[string, boolean, string]>([
    ['2026-11-25', true, 'a Wednesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-01-07', false, 'Orthodox Christmas'],
    ['2026-03-09', false, 'the Monday after a holiday on Sunday 8 March'],
    ['2026-03-24', false, 'Tuesday: Nauryz of 21 and 22 March fell on a weekend'],
    ['2026-03-25', false, 'Wednesday: the second of the two'],
    ['2026-03-26', true, 'the day after them'],
    ['2026-05-11', false, 'the Monday after Victory Day on a Saturday'],
    ['2026-10-26', false, 'the Monday after Republic Day on a Sunday'],
    ['2026-12-16', false, 'Independence Day'],
    ['2028-01-03', false, 'the Monday after New Year on a weekend'],
    ['2028-01-04', false, 'the Tuesday after it'],
    ['2028-01-10', true, 'the Monday after: Christmas does not move'],
    ['2024-01-08', true, 'Christmas on a Sunday does not move'],
    ['2025-08-29', true, 'the day before the last Constitution Day in August'],
    ['2025-09-01', false, 'the Monday after that, a Saturday'],
    ['2026-08-31', true, 'no Constitution Day in August any more'],
    ['2026-03-16', true, 'and none in March yet'],
    ['2027-03-15', false, 'Constitution Day in March'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(day, RULE)).toBe(works);
  });

  it('is what the operator says where the government moved it', () => {
    const moved = { off: ['2026-05-27'], working: ['2026-05-30'] };
    expect(isWorkingDay('2026-05-27', moved)).toBe(false);
    expect(isWorkingDay('2026-05-30', moved)).toBe(true);
  });
});

describe('the last day to stop', () => {
  it.each([
    ['2026-11-25', '2026-12-17', 'one holiday between'],
    ['2026-11-28', '2026-12-21', 'withdrawn on a Saturday'],
    ['2026-12-14', '2027-01-08', 'over New Year and Christmas'],
    ['2026-06-01', '2026-06-22', 'no holiday between'],
  ])('of %s is %s: %s', (day, due) => {
    expect(dueDay(day, RULE)).toBe(due);
  });

  it('is later by a day that the government gave free', () => {
    expect(dueDay('2026-06-01', { off: ['2026-06-10'], working: [] })).toBe('2026-06-23');
  });

  it('counts from the day in Kazakhstan, five hours ahead of UTC', () => {
    expect(localDay(Date.parse('2026-11-24T18:59:59.999Z'))).toBe('2026-11-24');
    expect(localDay(Date.parse('2026-11-24T19:00:00.000Z'))).toBe('2026-11-25');
    expect(localTime(Date.parse('2026-12-31T19:00:00.000Z'))).toBe('2027-01-01T00:00:00.000+05:00');
  });
});

describe('a calendar file', () => {
  it('is read', () => {
    expect(readCalendar('{ "off": ["2026-05-27"] }')).toEqual({ off: ['2026-05-27'], working: [] });
    expect(readCalendar('{}')).toEqual(RULE);
  });

  it.each(['[]x', '{"off":"2026-05-27"}', '{"off":["2026-02-30"]}', '{"of":[]}', '{"off":[1]}'])(
    'is refused: %s',
    (text) => {
      expect(() => readCalendar(text)).toThrow();
    },
  );
});

describe('days', () => {
  it('exist or not', () => {
    expect(['2026-02-28', '2026-02-29', '2028-02-29', '2026-13-01', '26-01-01', ''].map(isDay)).toEqual([
      ...[true, false, true, false, false, false],
    ]);
  });

  it('are counted over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
