import { Suspense, useEffect, useRef } from 'react';
import { Waiting } from '../shown/waiting.js';
import type { FoundScreen } from './menu.js';
import { MishapBoundary } from './mishap-boundary.js';

/** Fetches a screen, draws it, and hands the keyboard over to it. */
export function ScreenHost({ found }: { readonly found: FoundScreen }) {
  const { screen, places } = found;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${screen.title} · 工作台`;
    // Whoever opens the page begins at its top; whoever chose from the menu wants the screen.
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [screen]);
  return (
    <main id="screen" ref={main} tabIndex={-1}>
      <MishapBoundary key={screen.path}>
        <Suspense fallback={<Waiting />}>
          <screen.Component places={places} />
        </Suspense>
      </MishapBoundary>
    </main>
  );
}
