/** Markup that may be put into a page as it is. */
export class Html {
  readonly source: string;
  /** @param source trusted markup */
  constructor(source: string) {
    this.source = source;
  }
}

type Value = string | number | Html | readonly Html[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toSource(value: Value): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map((item) => item.source).join('');
  return String(value).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** Template tag: strings and numbers are escaped, `Html` is kept as it is. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, at) => part + toSource(values[at] ?? '')).join(''));
}
