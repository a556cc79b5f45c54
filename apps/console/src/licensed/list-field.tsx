import type { ReactNode } from 'react';

interface ListFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A field of the form with what it asks for. */
export function ListField({ label, note, children }: ListFieldProps) {
  return (
    <label className="licensed-field">
      <span>{label}</span>
      {children}
      {note !== undefined && <small className="soft">{note}</small>}
    </label>
  );
}
