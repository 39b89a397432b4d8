/** A row as the driver gives it; every query names its columns and casts them to text, numbers or booleans. */
export type Row = Record<string, unknown>;

/** What the service needs of a database. PGlite and node-postgres each have one. */
export interface Database {
  /**
   * Runs one statement as the role `kelisim_writer`, which can add and read and nothing else.
   * @throws the driver's error; its `code` is the SQLSTATE where the database itself refused
   */
  query<Result extends object = Row>(sql: string, values?: readonly unknown[]): Promise<Result[]>;
  /** Resolves when nothing is open any more. */
  close(): Promise<void>;
}

/** A connection of the owner of the tables, used before the service opens and not kept. */
export interface Owner {
  /** Runs one or more statements without values. */
  run(sql: string): Promise<void>;
  /** Runs one statement and gives its rows. */
  query<Result extends object = Row>(sql: string, values?: readonly unknown[]): Promise<Result[]>;
}
