import type { GuardRules } from '../../contract.ts';

/** Hosts, without paths, of each id that the guard knows, in the order of its rules. */
export const hostsById = ({ known }: GuardRules): Map<string, string[]> =>
  new Map(
    known.split('\n').map((line) => {
      const [id = '', ...places] = (line.split(',')[0] as string).split(' ');
      return [id, places.map((place) => place.split('/')[0] as string).filter(Boolean)];
    }),
  );
