import type { Session } from '../contract.ts';

/** What lies lower than this share of the window's height covers the end of the page. */
const LOW = 0.8;

/** On a screen that narrow the round button waits for the end of the page; `reopen.css` has the same number. */
const NARROW = '(max-width: 37.5em)';

/** Height that is missing below the page for `box` to lie over nothing of it, in px. */
function heightFor(box: Element): number {
  const { top, bottom, height } = box.getBoundingClientRect();
  return height && bottom > innerHeight * LOW ? Math.ceil(innerHeight - top) : 0;
}

/** Whether the page can be scrolled to its end, and not only a part of it. */
const canScroll = () =>
  ![document.documentElement, document.body].some(
    (element) => element && /hidden|clip/.test(getComputedStyle(element).overflowY),
  );

/** A style sheet of the page's own; undefined in Safari before 16.4 and Firefox before 101. */
function addPageSheet(): CSSStyleSheet | undefined {
  try {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    return;
  }
}

/**
 * Makes room behind the end of the page for what lies over it there, so that its last lines can be read and what has the
 * focus does not stand under the notice. On a narrow screen the round button shows itself in that room and nowhere else;
 * where a page cannot be scrolled or there is no room, it stays in sight. The result looks again: call it when the page has
 * changed.
 */
export function createRoom({ root }: Session): () => void {
  const room = document.createElement('kelisim-room');
  const narrow = matchMedia(NARROW);
  const sheet = addPageSheet();
  let before = 0;
  let isAtEnd = true;

  const paint = () => {
    const boxes = [...root.querySelectorAll('[popover]')];
    const needs = boxes.map((box) => (narrow.matches || box.className !== 'corner' ? heightFor(box) : 0));
    const height = canScroll() ? Math.max(0, ...needs) : 0;
    if (!height) {
      // Not `remove`: a library may have put its own in the place of it, and that throws for what is nowhere.
      room.replaceWith();
      // Until it is there again and was seen to be away.
      isAtEnd = true;
    } else if (!room.isConnected) document.documentElement.append(room);
    if (height !== before)
      sheet?.replaceSync(
        `kelisim-room{display:block;height:${height}px}@media print{kelisim-room{display:none}}:where(html){scroll-padding-bottom:${height}px}`,
      );
    before = height;
    for (const box of boxes) box.toggleAttribute('data-away', !isAtEnd && room.offsetHeight > 0);
  };

  // In the next frame: what changes a size while it is told of one, as a scroll bar does that the room brings, is an error on the page.
  const sizes = new ResizeObserver(() => requestAnimationFrame(paint));
  const follow = () => {
    for (const box of root.querySelectorAll('[popover]')) sizes.observe(box);
  };
  new MutationObserver(follow).observe(root, { childList: true });
  new IntersectionObserver((entries) => {
    isAtEnd = !!entries.pop()?.isIntersecting;
    paint();
  }).observe(room);
  narrow.addEventListener('change', paint);
  follow();
  return paint;
}
