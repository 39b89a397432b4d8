import type { Node } from 'jsonc-parser';
import { type Problem, placeOf } from './problems.ts';

/** Every key that stands in its object a second time, at any depth; `at` gives line and column of an offset. */
export function repeatedKeys(root: Node, at: (offset: number) => string): Problem[] {
  const inside = (node: Node, path: PropertyKey[]): Problem[] => {
    const first = new Map<string, number>();
    return (node.children ?? []).flatMap((child, index) => {
      if (node.type === 'array') return inside(child, [...path, index]);
      const [name, value] = child.children ?? [];
      const place = [...path, String(name?.value)];
      const before = first.get(String(name?.value));
      first.set(String(name?.value), before ?? child.offset);
      const problems = value ? inside(value, place) : [];
      if (before === undefined) return problems;
      const message = `stands here twice, first at ${at(before)}. Merge them.`;
      return [{ where: placeOf(place), message, at: at(child.offset) }, ...problems];
    });
  };
  return inside(root, []);
}
