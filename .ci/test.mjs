#!/usr/bin/env node
/* `npm test`: every check in turn, then one line with the sum. A step that fails does not hide the next. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kelisim-test-'));
const sum = { passed: 0, failed: 0 };
/** What each failed test says, told again at the end: whoever reads only the last lines of a long report sees it, too. */
const failures = [];

/** Runs a command; its own report is shown as it comes. True when it succeeded. */
function run(title, command, env = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(
    `== ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}

/** Adds counts; a failed step without a failed test in its report counts as one failure. */
function count(ok, passed, failed) {
  sum.passed += passed;
  sum.failed += failed + (!ok && failed === 0 ? 1 : 0);
}

/** Reads a JSON report, or nothing when the step died before writing it. */
function report(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

function step(title, command) {
  const ok = run(title, command);
  count(ok, ok ? 1 : 0, 0);
  return ok;
}

/** A PostgreSQL server for the consent log's tests; where there is none to be had, they are said not to run. */
function hasPostgres() {
  if (run('PostgreSQL', 'npx tsx src/records/testing/install.ts')) return true;
  console.log('\n*** NOT RUN: the tests of the consent log on PostgreSQL. Install the package postgresql.');
  return false;
}

function unitTests() {
  const file = join(folder, 'unit.json');
  const env = hasPostgres() ? {} : { KELISIM_POSTGRES: 'none' };
  const command = `npx vitest run --reporter=default --reporter=json --outputFile.json=${file}`;
  const ok = run('unit tests', command, env);
  const found = report('unit.json');
  count(ok, found?.numPassedTests ?? 0, found?.numFailedTests ?? 0);
  for (const { name, message, assertionResults } of found?.testResults ?? []) {
    if (message) failures.push([name, message]);
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') failures.push([`${name}: ${fullName}`, ...failureMessages]);
  }
}

function sizes() {
  const ok = run('size budgets', 'npx size-limit');
  count(ok, ok ? JSON.parse(readFileSync('.size-limit.json', 'utf8')).length : 0, 0);
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

function browserTests() {
  if (!step('browsers', 'npx tsx e2e/support/install.ts')) return;
  const file = join(folder, 'e2e.json');
  const ok = run('browser tests', 'npx playwright test -c e2e/playwright.config.ts', {
    KELISIM_REPORT: file,
    KELISIM_ENGINES: 'test',
  });
  const { stats, ...found } = report('e2e.json') ?? {};
  count(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
  for (const { file, line, title, tests } of specsOf(found).filter((spec) => !spec.ok))
    for (const { projectName, results } of tests)
      for (const { errors } of results)
        failures.push([`[${projectName}] ${file}:${line} ${title}`, ...errors.map(({ message }) => message)]);
}

step('types', 'npx tsc --noEmit');
step('lint', 'npx biome ci .');
unitTests();
if (step('build', 'npm run build')) {
  sizes();
  browserTests();
}
for (const told of failures) console.log(`\n${told.join('\n')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
