import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCalendar } from './calendar.ts';
import type { DatabasePlace } from './database/open.ts';
import type { Settings } from './settings.ts';

/** How the program was called. */
export interface Options {
  host: string;
  /** 0 takes any free one. */
  port: number;
  place: DatabasePlace;
  keepMonths: number;
  /** A file with what `records verify` printed earlier. */
  against: string | undefined;
  settings: Settings;
}

/** How to call it. */
export const RECORDS_USAGE = `  kelisim records --origin URL …     keep decisions as proof; KELISIM_TOKEN holds the operator's token
      --port 8787 --host 127.0.0.1   where to listen
      --data DIR                     folder of the embedded database (default: records), or DATABASE_URL
      --keep 36                      months to keep, 14 or more
      --per-minute 60                posts that one address (IPv6: one /64) may send
      --cookie NAME --cookie-domain HOST
                                     the record cookie as in consent.config.json, renewed by header
      --calendar FILE                days off and working days that differ from the rule
      --proxies loopback             addresses whose X-Forwarded-For counts
  kelisim records verify [--data DIR] [--against FILE]
                                     check every chain, print its ends; compare with ends printed earlier
`;

const text = { type: 'string' } as const;
const FLAGS = {
  ...{ port: text, host: text, data: text, keep: text, 'per-minute': text, cookie: text },
  ...{ 'cookie-domain': text, calendar: text, proxies: text, against: text },
  origin: { type: 'string', multiple: true },
} as const;

function whole(name: string, value: string, [least, most]: [number, number]): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}.`);
}

function matched(name: string, value: string, shape: RegExp): string {
  if (shape.test(value)) return value;
  throw new Error(`--${name} cannot be ${JSON.stringify(value)}.`);
}

/** @throws Error with the origin to write, where one can be told: a browser sends it in this form and no other */
function originOf(value: string): string {
  const origin = URL.canParse(value) ? new URL(value).origin : '';
  if (origin === value && /^https?:\/\/[a-z\d.-]+(:\d+)?$/.test(value)) return value;
  const cure = /^https?:/.test(origin) && origin !== value ? origin : 'one such as https://www.example.kz';
  throw new Error(`--origin cannot be ${JSON.stringify(value)}: write ${cure}.`);
}

/** A short token could be guessed. */
function tokenOf(token: string | undefined): string | undefined {
  if (token !== undefined && token.length < 32)
    throw new Error('KELISIM_TOKEN must have 32 characters or more, such as from `openssl rand -hex 32`.');
  return token;
}

/**
 * Reads arguments and environment (`DATABASE_URL`, `KELISIM_TOKEN`: secrets, so that no list of processes shows them).
 * @throws Error with what is wrong
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({ args, options: FLAGS });
  const { port = '8787', keep = '36', cookie = 'kelisim', proxies = 'loopback' } = values;
  const domain = values['cookie-domain'];
  const url = env.DATABASE_URL;
  if (url && values.data) throw new Error('--data and DATABASE_URL exclude each other.');
  return {
    host: values.host ?? '127.0.0.1',
    port: whole('port', port, [0, 65535]),
    place: url ? { url } : { folder: values.data ?? 'records' },
    keepMonths: whole('keep', keep, [14, 1200]),
    against: values.against,
    settings: {
      origins: (values.origin ?? []).map(originOf),
      token: tokenOf(env.KELISIM_TOKEN),
      cookie: {
        name: matched('cookie', cookie, /^[\w-]{1,40}$/),
        domain: domain && matched('cookie-domain', domain, /^[a-z\d-]+(\.[a-z\d-]+)+$/),
      },
      calendar: values.calendar
        ? readCalendar(readFileSync(values.calendar, 'utf8'))
        : { off: [], working: [] },
      perMinute: whole('per-minute', values['per-minute'] ?? '60', [1, 1_000_000]),
      proxies,
    },
  };
}
