/** One field of the form with what the server found wrong in it. */
export interface FieldFault {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/** `payload.targets[0].uscc` as the form calls it. */
function placeOf(path: string): (string | number)[] {
  const steps = path.replace(/^payload\./, '').split(/[.[\]]+/);
  return steps
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

const FAULT = /^([A-Za-z]+(?:\.[A-Za-z0-9]+|\[\d+\])*)[:：]?\s*(.+)$/s;

/** What the server said against an entry, at the fields it spoke of. */
export function faultsIn(detail: string): readonly FieldFault[] {
  return detail.split('；').flatMap((part): FieldFault[] => {
    const [, path, words] = FAULT.exec(part.trim()) ?? [];
    return path !== undefined && words !== undefined
      ? [{ name: placeOf(path), errors: [words] }]
      : [];
  });
}
