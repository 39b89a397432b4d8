/** What the address answers with, as the ending of its path. See `answers.ts`. */
export type Ending = 'js' | 'gif' | 'css' | 'html' | 'txt' | 'events' | 'svg' | 'vtt' | 'mjs' | 'chatter';

/** One way in which a page can reach a host, or store a name. */
export interface Vector {
  /** In the words of the README's table. */
  words: string;
  as: Ending;
  /** Body of a function on the page. It sees `url` (of a name: `name`), `stun`, and the helpers of `library.ts`. */
  run?: string;
  /** HTML in the page; `URL` stands for the address. */
  markup?: string;
  /** The markup belongs into the head. */
  head?: boolean;
}

/** Vectors that are tried together on one page, by their names in paths. */
export interface Family {
  name: string;
  /** Heading of its rows in the README's table. */
  title: string;
  /** `page`: in the source of the page. `script`: run on the page. `store`: run, and they store instead of asking. */
  kind: 'page' | 'script' | 'store';
  vectors: Record<string, Vector>;
}

type Row = readonly [words: string, body: string];

/** Vectors that run on the page, as `name: [words, body]`. */
export const scripts = (as: Ending, rows: Record<string, Row>): Record<string, Vector> =>
  Object.fromEntries(Object.entries(rows).map(([name, [words, run]]) => [name, { words, as, run }]));

/** Vectors in the source of the page, as `name: [words, HTML]`. */
export const markup = (as: Ending, rows: Record<string, Row>): Record<string, Vector> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, [words, html]]) => [name, { words, as, markup: html }]),
  );

/** Whether what is asked for can also run, so that `sent, not run` is another result than `not held`. */
export const canRun = ({ as }: Vector): boolean => as === 'js' || as === 'html';
