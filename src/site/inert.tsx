import type { SiteConfig } from './schema.ts';

type StartItem = Extract<
  SiteConfig['trackers'][number]['start'][number],
  { script: string } | { pixel: string }
>;

const isMarkup = (item: SiteConfig['trackers'][number]['start'][number]): item is StartItem =>
  'script' in item || 'pixel' in item;

/** Inert markup that the gate brings to life: what the configuration starts, tracker by tracker, in order. */
export function InertMarkup({ trackers }: Pick<SiteConfig, 'trackers'>) {
  return (
    <div hidden>
      {trackers.flatMap(({ id, start }) =>
        start.filter(isMarkup).map((item, index) => <Inert key={`${id} ${index}`} id={id} item={item} />),
      )}
    </div>
  );
}

function Inert({ id, item }: { id: string; item: StartItem }) {
  if ('pixel' in item) return <img alt="" data-kelisim={id} data-src={item.pixel} />;
  const { script, async, defer, module, integrity, attributes = {} } = item;
  const written: Record<string, unknown> = {
    'data-kelisim': id,
    // Not `src`: the guard would take an address out of the markup, and the order of scripts with it.
    'data-src': script,
    ...(integrity && { integrity, crossorigin: 'anonymous' }),
    ...attributes,
    ...(async && { async }),
    ...(defer && { defer }),
    ...(module && { 'data-type': 'module' }),
  };
  return <script type="text/plain" {...written} />;
}
