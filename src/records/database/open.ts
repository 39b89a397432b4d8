import type { Database } from './database.ts';
import { openFolder } from './pglite.ts';
import { openServer } from './postgres.ts';

/** Where the records lie: a folder for the embedded database, or the address of a PostgreSQL server. */
export type DatabasePlace = { folder: string } | { url: string };

/** What a database is opened for. */
export interface Purpose {
  /** Months to keep; undefined when it is only to be read: then nothing is made or set. */
  keepMonths: number | undefined;
  /** Told of a connection to a server that broke while nobody used it. */
  onLost(cause: Error): void;
}

/** Opens the records of a place. @throws Error when that cannot be, as `openFolder` and `openServer` say */
export const openDatabase = (place: DatabasePlace, { keepMonths, onLost }: Purpose): Promise<Database> =>
  'url' in place ? openServer({ ...place, keepMonths, onLost }) : openFolder({ ...place, keepMonths });
