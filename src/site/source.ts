import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Problem } from './problems.ts';
import { repeatedKeys } from './repeated.ts';

/** A file with the places in it. */
export interface Source {
  /** Its path as somebody wrote it. */
  file: string;
  /** `12:7`, line and column from 1, of a place such as `trackers[2].uses`: of the nearest there is. */
  at(where: string): string;
}

/** What the parser calls a mistake, in words. */
const MISTAKES: Record<number, string> = {
  1: 'this is no word of JSON. Write texts in double quotes',
  2: 'this is no number. Write digits, or put it in double quotes',
  3: 'the name of a key is missing. Write it in double quotes, or take the comma before it away',
  4: 'a value is missing. Write it, or take the comma before it away',
  5: 'a ":" is missing. Write it between key and value',
  6: 'a "," is missing. Write it between this and what stands before it',
  7: 'a "}" is missing. Write it where the object ends',
  8: 'a "]" is missing. Write it where the list ends',
  9: 'there is something behind the end. Take it away',
  10: 'JSON has no comments. Take it away',
  11: 'JSON has no comments. Take it away',
  12: 'a closing double quote is missing. Write it where the text ends',
  13: 'this is no number. Write digits, or put it in double quotes',
  14: 'this is no sign behind "\\u". Write four hexadecimal digits',
  15: 'this is no sign behind "\\". Write "\\\\" for the sign itself',
  16: 'a line break or tab stands in a text. Write "\\n" for it',
};

/** A source of which nothing is known but its path. */
export const placeless = (file: string): Source => ({ file, at: () => '1:1' });

/** Line and column, both from 1, of an offset in characters. */
export function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** `trackers[2].uses` or `texts["ui.accept"].kk` as keys and indexes. */
const pathOf = (where: string): (string | number)[] =>
  [...where.matchAll(/\[(\d+)\]|\[("(?:\\.|[^"\\])*")\]|([^.[\]]+)/g)].map(([, index, quoted, key]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? JSON.parse(quoted) : (key as string),
  );

/** An item of a list, or a key with its value: the last of several, whose value `JSON.parse` takes. */
const childOf = (node: Node, part: string | number): Node | undefined =>
  node.type === 'array'
    ? node.children?.[Number(part)]
    : node.children?.findLast(({ children }) => children?.[0]?.value === part);

/** The key and value at a path, or the nearest that is there. */
function nodeAt(root: Node, path: (string | number)[]): Node {
  let found = root;
  for (const part of path) {
    const child = childOf(found.type === 'property' ? (found.children?.[1] as Node) : found, part);
    if (!child) break;
    found = child;
  }
  return found;
}

/** The number of the mistake: where another bracket closes than was opened, the parser asks for a comma. */
function kindOf(error: ParseError | undefined, text: string): number {
  const sign = text[error?.offset ?? 0];
  if (error?.error === 6 && (sign === '}' || sign === ']')) return sign === '}' ? 8 : 7;
  return error?.error ?? 4;
}

/** What a JSON text holds, with its places and the keys that stand twice; a problem where it is none. Throws nothing. */
export function readSource(
  file: string,
  given: string,
): { source: Source; value: unknown; repeated: Problem[]; problem?: Problem } {
  // Some editors put a byte order mark in front.
  const text = given.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error || !root) {
    const offset = Math.min(error?.offset ?? 0, text.trimEnd().length);
    const mistake = MISTAKES[kindOf(error, text)];
    return {
      source: { file, at: () => lineAndColumn(text, offset) },
      value: undefined,
      repeated: [],
      problem: { where: '', message: `The file is not JSON: ${mistake}.` },
    };
  }
  return {
    source: { file, at: (where) => lineAndColumn(text, nodeAt(root, pathOf(where)).offset) },
    value: JSON.parse(text),
    repeated: repeatedKeys(root, (offset) => lineAndColumn(text, offset)),
  };
}
