import type { z } from 'zod';
import type { Findings } from './loose.ts';
import type { Source } from './source.ts';

/** One thing that is wrong with a configuration. */
export interface Problem {
  /** Where, such as `trackers[2].uses`; empty for the whole file. */
  where: string;
  /** What is wrong, and what to write instead. */
  message: string;
  /** `12:7`, line and column, for what the file holds more than once under `where`. */
  at?: string;
}

/** Stops a build; its message lists every problem and warning, one a line. */
export class ConfigError extends Error {
  readonly problems: Problem[];

  /** @param source The configuration, for the places. */
  constructor(source: Source, findings: Findings) {
    super([...report(source, findings), `${source.file} cannot be used: ${sumOf(findings)}.`].join('\n'));
    this.name = 'ConfigError';
    this.problems = findings.problems;
  }
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** "2 problems, 1 warning". */
export const sumOf = ({ problems, warnings }: Record<keyof Findings, unknown[]>): string =>
  [
    counted(problems.length, 'problem'),
    ...(warnings.length ? [counted(warnings.length, 'warning')] : []),
  ].join(', ');

/** Findings as lines for people, in the order of the file: `consent.config.json:12:7: trackers[1].id: …`. */
export function report(source: Source, { problems, warnings }: Findings): string[] {
  const lines = [
    ...problems.map((problem) => ({ ...problem, kind: '' })),
    ...warnings.map((warning) => ({ ...warning, kind: 'warning: ' })),
  ].map(({ where, message, kind, at = source.at(where) }) => {
    const place = where ? `${where}: ` : '';
    return { at: at.split(':').map(Number), line: `${source.file}:${at}: ${kind}${place}${message}` };
  });
  return lines
    .sort(({ at: [line = 0, column = 0] }, { at: [other = 0, place = 0] }) => line - other || column - place)
    .map(({ line }) => line);
}

/** `["trackers", 2, "uses"]` as `trackers[2].uses`; a key with other signs than names have in brackets. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    const key = String(part);
    if (!/^[\w$-]+$/.test(key)) return `${place}[${JSON.stringify(key)}]`;
    return place ? `${place}.${key}` : key;
  }, '');

/** Problems as zod found them. Of a choice between shapes it tells of the one that was nearly met. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  path: readonly PropertyKey[] = [],
): Problem[] {
  return issues.flatMap((issue) => {
    const place = [...path, ...issue.path];
    if (issue.code === 'invalid_union') {
      const nearest = [...issue.errors].sort((one, other) => distance(one) - distance(other))[0];
      // A value of quite another kind is told of by the choice itself.
      if (nearest?.some(isInside)) return problemsOf(nearest, place);
    }
    if (issue.code === 'invalid_key') return problemsOf(issue.issues, place);
    if (issue.code === 'unrecognized_keys') {
      const messages = issue.message.split('\n');
      return issue.keys.map((key, index) => ({
        where: placeOf([...place, key]),
        message: messages[index] as string,
      }));
    }
    return [{ where: placeOf(place), message: issue.message }];
  });
}

/** The same without what a misspelt key tells already: that the right one is missing. */
export function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const meant = problems.flatMap(({ where, message }) => {
    const [, key] = /^is an unknown key\. Did you mean "(.*?)"\?/.exec(message) ?? [];
    return key === undefined ? [] : [where.replace(/[^.]*$/, () => key)];
  });
  return problems.filter(({ where, message }) => !message.startsWith('is missing') || !meant.includes(where));
}

const isInside = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length > 0 || issue.code === 'unrecognized_keys';

/** A wrong value inside the right shape is nearer than the wrong shape, and that than another kind of value. */
const distance = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length;
    return sum + (issue.path.length ? 1 : 30);
  }, 0);
