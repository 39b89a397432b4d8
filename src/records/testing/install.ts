import { spawnSync } from 'node:child_process';
import { findPostgres } from './postgres.ts';

/*
 * Sees to it that there is a PostgreSQL server for the tests: takes Debian's package where there is none. Exits with 3
 * where that cannot be done, so that the caller can say that those tests were not run.
 */
const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;

if (!findPostgres()) apt('update') && apt('install', '-y', '--no-install-recommends', 'postgresql');
process.exitCode = findPostgres() ? 0 : 3;
