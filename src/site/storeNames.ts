/** A stored name as the source of a regular expression; `*` stands for any characters. */
export const namePattern = (name: string): string =>
  name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');

/** Whether one stored name, with `*` for any characters, stands for another one, too. */
export const nameCovers = (name: string, other: string): boolean =>
  new RegExp(`^(${namePattern(name)})$`).test(other);

/** These names, each once and without those that another of them stands for, too. */
export const distinctNames = (names: readonly string[]): string[] =>
  [...new Set(names)].filter(
    (name, _index, all) => !all.some((one) => one !== name && nameCovers(one, name)),
  );
