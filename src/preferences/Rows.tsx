import type { ComponentChildren } from 'preact';

/** A label, then its values. */
export type Row = [label: string | undefined, ...values: ComponentChildren[]];

/** Facts as a list of terms. */
export const Rows = (rows: Row[]) => (
  <dl>{rows.map(([label, ...values]) => [<dt>{label}</dt>, ...values.map((value) => <dd>{value}</dd>)])}</dl>
);

/** Text that leads to `url` where there is one, without leaving what the visitor has set here. */
export const Link = (text: string, url: string | undefined) =>
  url ? (
    <a href={url} target="_blank" rel="noopener">
      {text}
    </a>
  ) : (
    text
  );
