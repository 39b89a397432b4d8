/**
 * Gives a frame a new window without a step in the history: leaving the document for a moment ends what it shows.
 * Before an address is set, it also keeps Firefox from asking for it once more when the page is reloaded: its history
 * takes over what the window of a placeholder that was pressed is loading.
 */
export const renewFrame = (frame: Element): void =>
  void frame.parentNode?.insertBefore(frame, frame.nextSibling);
