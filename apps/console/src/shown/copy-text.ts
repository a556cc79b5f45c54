/** Copies a text; answers whether that worked. Pages over plain http have no clipboard, hence the older way. */
export async function copyText(text: string): Promise<boolean> {
  // The type says that it is always there; over plain http it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by a policy of the browser: the older way may still be open.
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'copied';
  // Within what is open: a dialogue takes the focus back from anything outside of it.
  const place = document.activeElement?.parentElement ?? document.body;
  place.appendChild(field);
  field.select();
  try {
    // Old, but there is no other way over plain http.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
