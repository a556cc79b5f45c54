import { showSection } from './show-section.js';

interface PlacesRowProps {
  readonly places: readonly (readonly [id: string, title: string])[];
}

/** Leads to the parts of a long screen. */
export function PlacesRow({ places }: PlacesRowProps) {
  return (
    <nav className="alert-places" aria-label="本件各部分">
      {places.map(([id, title]) => (
        <button key={id} type="button" className="alert-link" onClick={() => showSection(id)}>
          {title}
        </button>
      ))}
    </nav>
  );
}
