/** Leads the eye and the keyboard to a part of the screen. */
export function showSection(id: string): void {
  const part = document.getElementById(`alert-${id}`);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}
