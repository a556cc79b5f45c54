/** Lets the browser save lines as a plain text: no spreadsheet takes any of it for a formula. */
export function saveText(name: string, lines: readonly string[]): void {
  const text = `\uFEFF${lines.join('\r\n')}\r\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
