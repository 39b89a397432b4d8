import type { Calendar } from './calendar.ts';

/** How a service behaves; `command.ts` reads it from the command line and the environment. */
export interface Settings {
  /** Origins whose pages may post, such as `https://www.akshamat.kz`. */
  origins: readonly string[];
  /** The token of the operator; without one nobody can read. */
  token: string | undefined;
  /** The record cookie as the site's configuration has it, to be renewed by header. */
  cookie: { name: string; domain: string | undefined };
  calendar: Calendar;
  /** Posts that one address may send in a minute. */
  perMinute: number;
  /** Whose `X-Forwarded-For` counts: addresses, networks, or the name `loopback`. */
  proxies: string;
}
