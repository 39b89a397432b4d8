import type { z } from 'zod';

/** One thing that is wrong with a configuration. */
export interface Problem {
  /** Where, such as `trackers[2].uses`; empty for the whole file. */
  where: string;
  /** What is wrong, and what to write instead. */
  message: string;
}

/** Stops a build; its message lists every problem, one a line. */
export class ConfigError extends Error {
  readonly problems: Problem[];

  /** @param file Name of the configuration, for the first line. */
  constructor(file: string, problems: Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${file} cannot be used: ${count}`, ...problems.map(formatProblem)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** A problem as one line for people. */
export const formatProblem = ({ where, message }: Problem): string =>
  `  ${where ? `${where}: ` : ''}${message}`;

/** `["trackers", 2, "uses"]` as `trackers[2].uses`. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place ? `${place}.${String(part)}` : String(part);
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
      if (nearest?.some(({ path }) => path.length)) return problemsOf(nearest, place);
    }
    if (issue.code === 'invalid_key') return problemsOf(issue.issues, place);
    return [{ where: placeOf(place), message: issue.message }];
  });
}

/** A wrong value inside the right shape is nearer than the wrong shape. */
const distance = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.path.length ? 1 : 3), 0);
