#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { buildSite } from './site/build.ts';
import { emitUnconfigured, type Runtime } from './site/emit.ts';
import { ConfigError, formatProblem } from './site/problems.ts';

const USAGE = `kelisim ${version}

  kelisim build CONFIG --out DIR    build a site's files from its consent.config.json
  kelisim unconfigured --out DIR    write a kelisim.js for a site without a configuration: it asks, nothing runs
  kelisim --version
  kelisim --help
`;

const part = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const readRuntime = (): Runtime => ({
  widget: part('./runtime/widget.txt'),
  widgetOff: part('./runtime/widget-off.txt'),
  guard: part('./runtime/guard.txt'),
  guardStrict: part('./runtime/guard-strict.txt'),
  google: part('./runtime/google.txt'),
  later: part('./runtime/later.txt'),
  preferences: part('./runtime/preferences.txt'),
  types: part('./kelisim.d.ts'),
});

const OPTIONS = {
  out: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

function main(args: string[]): void {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [command, ...names] = positionals;
  if (values.version || values.help || !command) {
    say(values.version ? version : USAGE);
    return;
  }
  if (command !== 'build' && command !== 'unconfigured') throw usage(`There is no command "${command}".`);
  if (!values.out) throw usage('Name the folder for the files with --out.');
  if (names.length !== (command === 'build' ? 1 : 0))
    throw usage('Name one configuration for "build" and none else.');
  if (command === 'build') build(names[0] as string, values.out);
  else {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, 'kelisim.js'), emitUnconfigured(readRuntime()));
    say(`kelisim.js in ${values.out}`);
  }
}

function build(config: string, out: string): void {
  const { names, warnings } = buildSite(config, out, readRuntime());
  for (const warning of warnings) process.stderr.write(`warning:${formatProblem(warning)}\n`);
  say(`${names.length} files in ${out}: ${names.join(', ')}`);
}

const usage = (what: string) => new Error(`${what}\n\n${USAGE}`);

const say = (text: string) => void process.stdout.write(`${text}\n`);

try {
  main(process.argv.slice(2));
} catch (cause) {
  const { message } = cause as Error;
  process.stderr.write(`${cause instanceof ConfigError ? message : `kelisim: ${message}`}\n`);
  process.exitCode = 1;
}
