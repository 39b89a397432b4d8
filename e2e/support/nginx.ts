/** A map of `csp.txt`: source, name, and lines that are a default or a regular expression with a value. */
const MAP = /^map (\S+) (\$\w+) \{\n([\s\S]*?)^\}/gm;
/** nginx reads no word that is longer. */
const LONGEST = 4096;
const LINE = /^ {2}(?:default|"~(.+)") "(.*)";$/gm;

/**
 * What nginx sends as `$kelisim_csp` by the maps of a `csp.txt`, for a request with this Cookie header.
 * @throws Error when a variable is used before it is defined, a line is not understood, or a word of it is longer than nginx reads
 */
export function cspByNginx(text: string, cookie = ''): string {
  const values = new Map([
    ['$http_cookie', cookie],
    ['""', ''],
  ]);
  const lookUp = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${name} is not defined`);
    return value;
  };
  for (const [, source = '', name = '', body = ''] of text.matchAll(MAP)) {
    const lines = [...body.matchAll(LINE)];
    if (lines.map(([line]) => `${line}\n`).join('') !== body) throw new Error(`not understood: ${body}`);
    const word = lines.flat().find((part, index) => index % 3 && part && part.length + 2 > LONGEST);
    if (word) throw new Error(`too long parameter: ${word.slice(0, 99)}…`);
    const [fallback, ...cases] = lines;
    const found = cases.find(([, pattern = '']) => new RegExp(pattern).test(lookUp(source))) ?? fallback;
    const groups = new RegExp(found?.[1] ?? '').exec(lookUp(source))?.groups ?? {};
    for (const [key, value] of Object.entries(groups)) values.set(`$${key}`, value);
    values.set(name, (found?.[2] ?? '').replace(/\$\w+/g, lookUp));
  }
  return lookUp('$kelisim_csp');
}

/** The policies that `csp.txt` prints for reading: with all trackers, and with none. */
export const printedPolicies = (text: string): string[] =>
  [...text.matchAll(/^# Content-Security-Policy:\n((?:# {3}.*\n)+)/gm)].map(([, lines = '']) =>
    lines
      .replace(/^# {3}/gm, '')
      .replace(/\n/g, ' ')
      .replace(/; $/, ''),
  );
