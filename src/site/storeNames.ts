/** A stored name as the source of a regular expression; `*` stands for any characters. */
export const namePattern = (name: string): string =>
  name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
