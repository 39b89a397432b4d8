/**
 * A closed modal dialog, labelled by its heading with the id `title`, which also takes the focus. A press on
 * its backdrop closes it.
 */
export function createDialog(root: ShadowRoot) {
  const element = root.appendChild(document.createElement('dialog'));
  const isOpen = () => element.hasAttribute('open');
  let pressed: EventTarget | null;
  let left: Element | null;

  // Browsers before 2022 have no modal dialogs.
  const close = () => (element.close ? element.close() : element.removeAttribute('open'));

  const focus = (target?: Element | null) => {
    const heading = element.querySelector('h2');
    ((target ?? heading) as HTMLElement).focus();
  };

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
    /** To another view: the heading is read, and the way back ends where it began. */
    turn(deeper: boolean) {
      const from = root.activeElement;
      focus(deeper ? null : left);
      left = deeper ? from : null;
    },
  };
}
