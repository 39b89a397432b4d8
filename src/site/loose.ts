import type { Problem } from './problems.ts';

/** Input that nobody has checked yet: any part may be missing or wrong, the schema tells of that. */
export type Loose<Value> = Value extends (infer Item)[]
  ? Loose<Item>[] | undefined
  : Value extends object
    ? { [Key in keyof Value]?: Loose<Value[Key]> }
    : Value | undefined;

/** Problems stop the build, warnings do not. */
export interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

/** Calls `check` for each object in what should be a list; whatever else is there is the schema's to tell. */
export function each<Item>(
  list: Item[] | false | undefined,
  check: (item: Item, index: number) => void,
): void {
  if (!Array.isArray(list)) return;
  list.forEach((item, index) => {
    if (typeof item === 'object' && item !== null) check(item, index);
  });
}
