#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { RECORDS_USAGE } from './records/options.ts';
import { buildSite } from './site/build.ts';
import { check } from './site/check.ts';
import { emitUnconfigured, type Runtime } from './site/emit.ts';
import { jsonSchemaText } from './site/jsonSchema.ts';
import { ConfigError } from './site/problems.ts';
import { writeFiles } from './site/writeFiles.ts';

const USAGE = `kelisim ${version}

  kelisim build CONFIG --out DIR    build a site's files from its consent.config.json
  kelisim check CONFIG [PAGE.html …] [--pages DIR]
                                    list what is wrong with a configuration, and with pages
  kelisim schema --out FILE         write the JSON Schema of consent.config.json, for editors
  kelisim unconfigured --out DIR    write a kelisim.js for a site without a configuration: it asks, nothing runs
${RECORDS_USAGE}  kelisim --version
  kelisim --help
`;

const part = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const readRuntime = (): Runtime => ({
  widget: part('./runtime/widget.txt'),
  widgetOff: part('./runtime/widget-off.txt'),
  guard: part('./runtime/guard.txt'),
  guardStrict: part('./runtime/guard-strict.txt'),
  google: part('./runtime/google.txt'),
  scheme: part('./runtime/scheme.txt'),
  later: part('./runtime/later.txt'),
  preferences: part('./runtime/preferences.txt'),
  types: part('./kelisim.d.ts'),
});

const OPTIONS = {
  out: { type: 'string' },
  pages: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

/** What stands behind a command. */
interface Given {
  names: string[];
  out: string | undefined;
  pages: string | undefined;
}

const outOf = ({ out }: Given): string => {
  if (!out) throw usage('Name the place for what is written with --out.');
  return out;
};

const COMMANDS: Record<string, (given: Given) => void> = {
  build(given) {
    const out = outOf(given);
    const [config, ...others] = given.names;
    if (!config || others.length) throw usage('Name one configuration for "build".');
    const { names, lines } = buildSite(config, out, readRuntime());
    for (const line of lines) process.stderr.write(`${line}\n`);
    say(`${names.length} files in ${out}: ${names.join(', ')}`);
  },
  check({ names, pages }) {
    if (!names.length && !pages) throw usage('Name what is to be checked.');
    const { lines, failed } = check({ files: names, folder: pages });
    say(lines.join('\n'));
    if (failed) process.exitCode = 1;
  },
  schema(given) {
    const out = outOf(given);
    writeFiles(dirname(out), new Map([[basename(out), jsonSchemaText()]]));
    say(out);
  },
  unconfigured(given) {
    const out = outOf(given);
    writeFiles(out, new Map([['kelisim.js', emitUnconfigured(readRuntime())]]));
    say(`kelisim.js in ${out}`);
  },
};

function main(args: string[]): void {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [command, ...names] = positionals;
  if (values.version || values.help || !command) {
    say(values.version ? version : USAGE);
    return;
  }
  const run = Object.hasOwn(COMMANDS, command) && COMMANDS[command];
  if (!run) throw usage(`There is no command "${command}".`);
  if (names.length && !/^(build|check)$/.test(command)) throw usage(`"${command}" takes no file.`);
  run({ names, out: values.out, pages: values.pages });
}

const usage = (what: string) => new Error(`${what}\n\n${USAGE}`);

const say = (text: string) => void process.stdout.write(`${text}\n`);

const fail = (cause: unknown): void => {
  const { message } = cause as Error;
  process.stderr.write(`${cause instanceof ConfigError ? message : `kelisim: ${message}`}\n`);
  process.exitCode = 1;
};

const [command, ...args] = process.argv.slice(2);
try {
  // The service has options of its own, and much code that nothing else needs.
  if (command !== 'records') main(process.argv.slice(2));
  else import('./records/command.ts').then(({ records }) => records(args)).catch(fail);
} catch (cause) {
  fail(cause);
}
