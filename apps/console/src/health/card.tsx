import type { ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the house with its figures. */
export function Card({ title, children }: CardProps) {
  return (
    <section className="health-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Stands where a part could not be read. */
export const Unknown = () => <p className="soft">读不到，稍后自动再试。</p>;
