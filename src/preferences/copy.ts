/**
 * Puts a text on the clipboard, at a press of the visitor's. Where pages may not write there (http, a permissions policy),
 * by the browser's own command to copy, which a press may always give. False when neither did it.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      // Pages that add to what is copied do not add to this.
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', fill, true);
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', fill, true);
    return isCopied;
  }
}
