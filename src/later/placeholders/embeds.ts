import type { Guarded, Session } from '../../contract.ts';
import { readAddress } from '../address.ts';
import type { Embed } from './once.ts';

/** A frame that shows nothing now because its tracker may not run. */
export interface EmptyFrame extends Embed {
  frame: HTMLIFrameElement;
  /** The address is not known: a script of the page's fills the place. */
  isPlace?: true;
}

/** Our own frame in an element of the page that a script is to fill, made where it is missing. */
function frameIn(place: Element): HTMLIFrameElement {
  const found = place.querySelector<HTMLIFrameElement>('iframe[data-kelisim-place]');
  if (found) return found;
  const frame = document.createElement('iframe');
  frame.dataset.kelisimPlace = '';
  frame.title = place.getAttribute('aria-label') ?? place.getAttribute('title') ?? 'Kelisim';
  for (const side of ['width', 'height']) frame.style.setProperty(side, '100%');
  frame.style.border = '0';
  place.append(frame);
  return frame;
}

/** Frames that the guard holds, and whose they are: it has reported each address. */
function heldFrames({ guard, allows }: Session): EmptyFrame[] {
  const frames = (guard?.waiting ?? []).filter(
    ({ localName, isConnected }) => localName === 'iframe' && isConnected,
  );
  return frames.flatMap((frame: Guarded) => {
    const address = frame.kelisimHeld?.src;
    if (!address) return [];
    const { origin, pathname } = readAddress(`${address}`);
    const id = guard?.held?.find(
      ({ vector, url }) => vector === 'iframe' && url === origin + pathname,
    )?.tracker;
    return id && !allows(id)
      ? [{ frame: frame as Guarded & HTMLIFrameElement, id, address: `${address}` }]
      : [];
  });
}

/** Everything on the page that stays empty until something is granted. */
export function emptyFrames(session: Session): EmptyFrame[] {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-kelisim]:not(script,img)')].filter(
    ({ dataset }) => !session.allows(dataset.kelisim as string),
  );
  return [
    ...marked.flatMap((element): EmptyFrame[] => {
      const { kelisim: id = '', src: address = '' } = element.dataset;
      if (!(element instanceof HTMLIFrameElement))
        return [{ frame: frameIn(element), id, address, isPlace: true }];
      return element.hasAttribute('src') ? [] : [{ frame: element, id, address }];
    }),
    ...heldFrames(session),
  ];
}

/** Takes our own frames out of the places whose tracker may run now. */
export function clearPlaces({ allows }: Session): void {
  for (const frame of document.querySelectorAll<HTMLElement>('[data-kelisim]>[data-kelisim-place]'))
    if (allows((frame.parentElement as HTMLElement).dataset.kelisim as string)) frame.remove();
}
