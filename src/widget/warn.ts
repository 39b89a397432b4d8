/** One line on the console for the site's developer: what is wrong and how to mend it. */
export function warn(...message: unknown[]): void {
  console.warn('[kelisim]', ...message);
}

/** Runs `act`; what it throws is told on the console and goes no further. */
export function attempt(act: () => void): void {
  try {
    act();
  } catch (cause) {
    warn(cause);
  }
}
