/** How many letters have to be put in, taken out, replaced or swapped with the next to make one word of another. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_empty, index) => index);
  const at = (from: number[], place: number) => from[place] ?? Number.POSITIVE_INFINITY;
  for (let index = 1; index <= one.length; index++) {
    const next = [index];
    for (let place = 1; place <= other.length; place++) {
      const swapped = one[index - 1] === other[place - 2] && one[index - 2] === other[place - 1];
      next[place] = Math.min(
        at(row, place - 1) + (one[index - 1] === other[place - 1] ? 0 : 1),
        at(row, place) + 1,
        at(next, place - 1) + 1,
        swapped ? at(before, place - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return at(row, other.length);
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
