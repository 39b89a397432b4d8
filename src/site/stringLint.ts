/** Misspellings of the source policy (law.md section 9) that no Kazakh text may hold; some only begin a word. */
const FORBIDDEN = /парапаш|уыш|үфым|^өнд[еө]|^корға|^сакта/i;

/** Letters of the Kazakh Cyrillic alphabet. The i is U+0456 and the h U+04BB. */
const KAZAKH = /^[а-яёәғқңөұүһі]+$/iu;

/**
 * What is wrong with the letters of a Kazakh text, one sentence a finding; empty when nothing is.
 * Finds words that mix alphabets, capitals inside a lower-case word, letters outside the Kazakh alphabet and
 * the known misspellings.
 */
export function lintKazakh(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.flatMap((word) => {
    const findings: string[] = [];
    const cyrillic = /\p{Script=Cyrillic}/u.test(word);
    if (cyrillic && /\p{Script=Latin}/u.test(word))
      findings.push(`"${word}" mixes Latin and Cyrillic letters`);
    else if (cyrillic && !KAZAKH.test(word))
      findings.push(`"${word}" has a letter outside the Kazakh alphabet`);
    else if (!cyrillic && !/^\p{Script=Latin}+$/u.test(word))
      findings.push(`"${word}" is neither Kazakh nor Latin`);
    if (cyrillic && /\p{Ll}\p{Lu}/u.test(word)) findings.push(`"${word}" has a capital inside the word`);
    const bad = FORBIDDEN.exec(word)?.[0].toLowerCase();
    if (bad) findings.push(`"${word}" is a known misspelling ("${bad}")`);
    return findings;
  });
}
