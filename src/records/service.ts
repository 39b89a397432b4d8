import type { Batch } from './batch.ts';
import type { Database } from './database/database.ts';
import type { Limiter } from './limiter.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** Everything the routes work with. */
export interface Service {
  database: Database;
  settings: Settings;
  batch: Batch;
  limiter: Limiter;
  metrics: Metrics;
  /** Milliseconds since 1970. */
  now(): number;
}
