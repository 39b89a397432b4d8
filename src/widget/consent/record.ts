import type { ConsentRecord, Grants } from '../../types.ts';

/*
 * The cookie value, made of characters that no cookie encoder touches and a person can read:
 *
 *   1|RECEIPT|at|until|kk|accept|revision|analytics*~marketing!|cookies*~pixels!|sanaq*~izdeu!|checksum
 *
 * Behind each name asked about stands `*` for granted or `!` for refused.
 */

/** All names of a set of grants: purposes, technologies and trackers never share one. */
export const namesOf = (grants: Partial<Grants>): string[] => Object.values(grants).flat();

/** Those words of `asked` that `keep` says yes to. */
export function only(asked: Grants, keep: (word: string, kind: keyof Grants) => unknown): Grants {
  const among = <Kind extends keyof Grants>(kind: Kind) =>
    (asked[kind] as string[]).filter((word) => keep(word, kind)) as Grants[Kind];
  return { purposes: among('purposes'), technologies: among('technologies'), trackers: among('trackers') };
}

/** Nine digits that find a cut or hand-edited value; no defence against a program. */
const checksum = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 1e9, 5381);

/**
 * A record as a cookie value; `asked` lists purposes, technologies and trackers
 * in this order, `head` is receipt number, time, end, language, act and revision. For 15 trackers with
 * the longest ids allowed it is 571 characters at most.
 */
export function encodeRecord(head: readonly string[], asked: Grants, granted: Grants): string {
  const names = namesOf(granted);
  const lists = Object.values(asked).map((words: string[]) =>
    words.map((word) => word + (names.includes(word) ? '*' : '!')).join('~'),
  );
  const body = [1, ...head, ...lists].join('|');
  return `${body}|${checksum(body)}`;
}

/** The record in a cookie value, or undefined when it was cut, altered or not made by `encodeRecord`. */
export function decodeRecord(value: unknown): ConsentRecord | undefined {
  // A page may hand in anything to be restored.
  const [, ...fields] = (value as string | undefined)?.split?.('|') ?? [];
  const [id, at, until, locale, via, revision, ...lists] = fields;
  const named = (list: string, mark: RegExp) => list.match(mark)?.map((name) => name.slice(0, -1)) ?? [];
  const [purposes = [], technologies = [], trackers = []] = lists.map((list) => named(list, /[^~]+/g));
  const asked = { purposes, technologies, trackers } as Grants;
  const names = named(lists.join('~'), /[^~]+\*/g);
  const granted = only(asked, (word) => names.includes(word));
  const record = { v: 1, id, at, until, locale, via, revision, asked, granted } as ConsentRecord;
  return encodeRecord(fields.slice(0, 6), asked, granted) === value ? record : undefined;
}
