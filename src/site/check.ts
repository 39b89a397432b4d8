import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../trackers/index.ts';
import { loadSite } from './build.ts';
import { checkPage, type Owner } from './pages.ts';
import { ConfigError, report, sumOf } from './problems.ts';
import type { Site } from './resolve.ts';
import { lineAndColumn } from './source.ts';
import { hostsOf, presetOf } from './vendors.ts';

/** What `kelisim check` has to say. */
export interface Checked {
  /** Findings and sums, one a line. */
  lines: string[];
  /** Whether there is a problem. */
  failed: boolean;
}

/** What is to be checked. */
export interface CheckJob {
  /** Configurations, and pages whose names end with `.html` or `.htm`. */
  files: readonly string[];
  /** A folder whose pages are checked, with all folders inside; or one page. */
  folder?: string | undefined;
}

const isPage = (name: string): boolean => /\.html?$/i.test(name);

/**
 * Checks configurations and pages; throws where a page or the folder cannot be read. Pages know the trackers of the configurations
 * beside them and all presets.
 */
export function check({ files, folder }: CheckJob): Checked {
  const configs = files.filter((file) => !isPage(file)).map(checkConfig);
  const inside = folder === undefined ? [] : pagesIn(folder);
  const pages = [...files.filter(isPage), ...inside];
  const owners = ownersOf(configs.flatMap(({ site }) => site ?? []));
  const results: Checked[] = [
    ...configs,
    ...(folder === undefined || inside.length ? [] : [empty(folder)]),
    ...(pages.length ? [checkPages(pages, owners)] : []),
  ];
  return {
    lines: results.flatMap(({ lines }) => lines),
    failed: results.some(({ failed }) => failed),
  };
}

function checkConfig(file: string): Checked & { site?: Site } {
  try {
    const { site, warnings, source } = loadSite(file);
    const findings = { problems: [], warnings };
    const sum = `${file} can be used: ${sumOf(findings)}.`;
    return { lines: [...report(source, findings), sum], failed: false, site };
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return { lines: cause.message.split('\n'), failed: true };
  }
}

/** What `read` gives; says in plain words that a page or folder is not there. */
function reading<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    const what = existsSync(place) ? 'cannot be read' : 'does not exist';
    throw new Error(`${place} ${what}. Write the path of a page or of a folder of pages.`);
  }
}

function pagesIn(folder: string): string[] {
  if (reading(folder, () => statSync(folder)).isFile()) return [folder];
  return reading(folder, () => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter(isPage)
    .sort()
    .map((name) => join(folder, name));
}

/** Nobody asks for nothing to be checked. */
const empty = (folder: string): Checked => ({
  lines: [
    `${folder}: has no page: nothing in it has a name that ends with ".html" or ".htm". Name the folder of the built pages.`,
    '0 pages: 1 problem.',
  ],
  failed: true,
});

/** Declared trackers first, so that a page is told the id of the site. */
function ownersOf(sites: Site[]): Owner[] {
  const declared = sites.flatMap(({ trackers }) =>
    trackers.map((tracker) => ({
      id: tracker.id,
      hosts: [...hostsOf(tracker), ...(presetOf(tracker)?.hosts ?? [])],
      declared: true,
    })),
  );
  return [...declared, ...presets.map(({ id, hosts }) => ({ id, hosts, declared: false }))];
}

function checkPages(pages: string[], owners: Owner[]): Checked {
  const found = pages.flatMap((page) => {
    const html = reading(page, () => readFileSync(page, 'utf8'));
    return checkPage(html, owners).map(({ list, offset, message }) => ({
      list,
      line: `${page}:${lineAndColumn(html, offset)}: ${list === 'warnings' ? 'warning: ' : ''}${message}`,
    }));
  });
  const of = (wanted: string) => found.filter(({ list }) => list === wanted);
  const [problems, warnings] = [of('problems'), of('warnings')];
  const count = `${pages.length} page${pages.length === 1 ? '' : 's'}`;
  const sum = `${count}: ${sumOf({ problems, warnings })}.`;
  return { lines: [...found.map(({ line }) => line), sum], failed: problems.length > 0 };
}
