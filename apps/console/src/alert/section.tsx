import type { ReactNode } from 'react';

interface SectionProps {
  /** By which the row of places leads here. */
  readonly id: string;
  readonly title: string;
  /** Beside the title: how many, or what it says. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the screen, under its heading. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={`alert-${id}`} className="alert-section" aria-label={title} tabIndex={-1}>
      <header>
        <h2>{title}</h2>
        {aside !== undefined && <span className="soft">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
