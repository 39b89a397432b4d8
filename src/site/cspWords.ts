/** Bytes of a word. nginx reads less than 4096, quotes included (NGX_CONF_BUFFER). */
const LONGEST = 3500;

/** A text for a configuration of nginx: the word to write for it, and lines that must stand above that word. */
export interface NginxText {
  above: string[];
  word: string;
}

/** Parts that follow each other, joined to as few words as nginx can read. One that is too long itself is cut. */
function joined(parts: readonly string[]): string[] {
  const words: string[] = [];
  for (const part of parts.flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}`, 'g')) ?? [])) {
    const last = words.at(-1);
    if (last === undefined || last.length + part.length > LONGEST) words.push(part);
    else words[words.length - 1] = last + part;
  }
  return words;
}

/** Lines that define a variable of nginx whose value is this word. */
const constant = (name: string, word: string): string[] => [`map "" ${name} {`, `  default "${word}";`, '}'];

/** The name with `middle` after its first syllable: no tracker's variable looks like that, whatever its id. */
const named = (name: string, middle: number): string => name.replace('_', `_${middle}_`);

/**
 * Parts that follow each other as one text for nginx. What is too long for a word lies in variables of its own.
 * @param name whose text it is: a variable such as `$kelisim_own`, which this does not define
 * @param parts plain ASCII
 */
export function nginxText(name: string, parts: readonly string[]): NginxText {
  const words = joined(parts);
  if (words.length < 2) return { above: [], word: words.join('') };
  const names = words.map((_word, index) => named(name, index + 1));
  // Their names may be too many for one word, too.
  const { above, word } = nginxText(named(name, 0), names);
  return {
    above: [...words.flatMap((each, index) => constant(names[index] as string, each)), ...above],
    word,
  };
}

/** Lines that define a variable of nginx as these parts, plain ASCII, one after the other. */
export function nginxVariable(name: string, parts: readonly string[]): string[] {
  const { above, word } = nginxText(name, parts);
  return [...above, ...constant(name, word)];
}
