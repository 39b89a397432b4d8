/** How many letters have to be put in, taken out or replaced to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_empty, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let place = 1; place <= other.length; place++) {
      const replaced = (row[place - 1] as number) + (letter === other[place - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[place] as number) + 1, (next[place - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}

/** The known word that somebody most likely meant; undefined where none differs in less than a third of its letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(1, Math.floor(each.length / 3)))
    .sort((one, other) => one.far - other.far);
  return ranked[0]?.each;
}

/** ` Did you mean "purpose"?` behind a sentence, or nothing. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
