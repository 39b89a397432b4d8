import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, type Options, parse } from 'acorn';

/** A part of the syntax tree, with whatever it has. */
interface Part extends Node {
  [key: string]: unknown;
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Every part of the tree, from the top. */
function* walk(part: Part): Generator<Part> {
  yield part;
  for (const value of Object.values(part))
    for (const inner of Array.isArray(value) ? value : [value]) if (isPart(inner)) yield* walk(inner);
}

/** Reads a classic script as a browser of 2021 does. @throws SyntaxError for anything younger */
export const readScript = (code: string): Part[] => {
  const options: Options = { ecmaVersion: 2021, sourceType: 'script' };
  return [...walk(parse(code, options) as unknown as Part)];
};

/** The scripts of a folder, by name; the inline snippet's without its tag. */
export function scriptsOf(folder: string): [name: string, code: string][] {
  const names = readdirSync(folder).filter((name) => /\.js$|inline\.html$/.test(name));
  return names.map((name) => [
    name,
    readFileSync(join(folder, name), 'utf8').replace(/^[\s\S]*<script[^>]*>|<\/script>\s*$/g, (tag) =>
      name.endsWith('.html') ? '' : tag,
    ),
  ]);
}

const nameOf = (key: unknown): string | undefined => {
  if (!isPart(key)) return;
  return key.type === 'Identifier'
    ? String(key.name)
    : key.type === 'Literal'
      ? String(key.value)
      : undefined;
};

/** What is read or called here: `a.name`, `a['name']`, `'name' in a`, `{ name } = a`, and `a.name()` as `name()`. */
function membersOf({
  type,
  callee,
  computed,
  property,
  operator,
  left,
  properties,
}: Part): (string | undefined)[] {
  if (type === 'MemberExpression') {
    const isKnown = !computed || (property as Part).type === 'Literal';
    return isKnown ? [nameOf(property)] : [];
  }
  if (type === 'CallExpression') {
    const { type, property } =
      isPart(callee) && callee.type === 'ChainExpression' ? (callee.expression as Part) : (callee as Part);
    return type === 'MemberExpression' ? [`${nameOf(property)}()`] : [];
  }
  if (type === 'BinaryExpression') return operator === 'in' ? [nameOf(left)] : [];
  return type === 'ObjectPattern' ? (properties as Part[]).map(({ key }) => nameOf(key)) : [];
}

/** Names of members that the code reads; those that it calls stand there a second time, with `()`. */
export const membersIn = (parts: Part[]): Set<string> =>
  new Set(parts.flatMap(membersOf).filter((name) => name !== undefined));

/** All names that could be globals: those of the code's own variables are no globals of a browser. */
export const namesIn = (parts: Part[]): Set<string> =>
  new Set(parts.filter(({ type }) => type === 'Identifier').map(({ name }) => String(name)));

/** Texts that are style sheets. */
export const sheetsIn = (parts: Part[]): string[] =>
  parts
    .map(({ type, value }) =>
      type === 'Literal'
        ? value
        : type === 'TemplateElement'
          ? (value as { cooked: string }).cooked
          : undefined,
    )
    .filter((text): text is string => typeof text === 'string' && /[\w\])]\{[\w-]+:[^{}]+[;}]/.test(text));
