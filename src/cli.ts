#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { buildSite } from './site/build.ts';
import type { Runtime } from './site/emit.ts';
import { ConfigError, formatProblem } from './site/problems.ts';

const USAGE = `kelisim ${version}

  kelisim build CONFIG --out DIR   build a site's files from its consent.config.json
  kelisim --version

Documentation: README.md of the package.
`;

const part = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const readRuntime = (): Runtime => ({
  widget: part('./runtime/widget.txt'),
  preferences: part('./runtime/preferences.txt'),
  later: part('./runtime/later.txt'),
  types: part('./kelisim.d.ts'),
});

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean' }, version: { type: 'boolean' } },
  });
  const [command, config, ...rest] = positionals;
  if (values.version) return say(version);
  if (values.help || !command) return say(USAGE);
  if (command !== 'build') throw new Error(`There is no command "${command}".\n\n${USAGE}`);
  if (!config || rest.length) throw new Error(`Name one configuration file.\n\n${USAGE}`);
  if (!values.out) throw new Error(`Name the folder for the files with --out.\n\n${USAGE}`);
  const { names, warnings } = buildSite(config, values.out, readRuntime());
  for (const warning of warnings) process.stderr.write(`warning:${formatProblem(warning)}\n`);
  return say(`${names.length} files in ${values.out}: ${names.join(', ')}`);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (cause) {
  process.stderr.write(`${cause instanceof ConfigError ? cause.message : `kelisim: ${(cause as Error).message}`}\n`);
  process.exitCode = 1;
}
