/** Puts a value in the place of a name, so that the result can also stand between `<script>` and `</script>`. */
export function fill(script: string, name: string, value: unknown): string {
  return put(script, name, literal(value).replace(/<(?=\/script|!--|script)/gi, '\\x3c'));
}

/** Puts a text in the place of a name that stands in the script once. */
export function put(script: string, name: string, text: string): string {
  const [before, after, ...more] = script.split(name);
  if (after === undefined || more.length) throw new Error(`${name} must stand in its script once`);
  return before + text + after;
}

/** A JSON value as a JavaScript literal with the fewest escapes: HTML is full of double quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value);
    return quoted.includes('\\"')
      ? `'${quoted.slice(1, -1).replace(/'/g, "\\'").replace(/\\"/g, '"')}'`
      : quoted;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  const fields = entries.map(
    ([key, child]) => `${/^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key)}:${literal(child)}`,
  );
  if (Object.getPrototypeOf(value) === null) fields.unshift('__proto__:null');
  return `{${fields}}`;
}
