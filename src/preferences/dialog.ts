/**
 * A closed modal dialog, labelled by the element with the id `title`, which also takes the focus. A press on
 * its backdrop closes it.
 */
export function createDialog(root: ShadowRoot) {
  const element = root.appendChild(document.createElement('dialog'));
  const isOpen = () => element.hasAttribute('open');
  let pressed: EventTarget | null;
  let left: Element | null;

  const focus = (target = element.querySelector('h2') as Element) => (target as HTMLElement).focus();
  // Browsers before 2022 have no modal dialogs.
  const close = () => (element.close ? element.close() : element.removeAttribute('open'));

  element.setAttribute('aria-labelledby', 'title');
  // Only the backdrop is the dialog itself, and a text selection may end there without closing anything.
  element.onmousedown = ({ target }) => {
    pressed = target;
  };
  element.onclick = ({ target }) => {
    if (target === element && target === pressed) close();
  };

  return {
    element,
    isOpen,
    close,
    open() {
      if (!isOpen()) element.showModal ? element.showModal() : element.setAttribute('open', '');
      focus();
    },
    /** The view has changed: to the one behind, or back to the element that led there. */
    turn(deeper: boolean) {
      const from = root.activeElement;
      focus(deeper ? undefined : left ?? undefined);
      left = deeper ? from : null;
    },
  };
}
