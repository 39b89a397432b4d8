import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isDay } from './calendar.ts';
import type { Head } from './verify.ts';

const head = z.strictObject({
  day: z.string().refine(isDay),
  count: z.int().min(1),
  hash: z.string().regex(/^[\da-f]{64}$/),
});

const GIVE = 'Give a file with what "kelisim records verify" printed';

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read (${(cause as Error).message}). ${GIVE}.`, { cause });
  }
}

function headIn(line: string, place: string): Head {
  try {
    return head.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place}: is no end of a chain such as {"day":…,"count":…,"hash":…}. ${GIVE}.`, {
      cause,
    });
  }
}

/**
 * Ends of chains from a file that `records verify` printed, one JSON object a line. Nothing is passed over, so that a
 * comparison with them cannot be one with less than was written down.
 * @throws Error that names file and line, when it cannot be read, holds anything else, or holds no end at all
 */
export function readHeads(file: string): Head[] {
  const lines = textOf(file).split('\n').entries();
  const heads = [...lines].flatMap(([index, line]) =>
    line.trim() ? [headIn(line.trim(), `${file} line ${index + 1}`)] : [],
  );
  if (!heads.length)
    throw new Error(`${file} holds no ends: nothing could be compared. ${GIVE} when there were records.`);
  return heads;
}
