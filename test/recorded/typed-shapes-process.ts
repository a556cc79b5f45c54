import { TypedShapes } from './typed-shapes.js';

/** Told names of methods, says what they answer. */
process.once('message', (names: readonly string[]) => {
  const shapes = new TypedShapes();
  process.send?.(names.map((name) => shapes.of(name)));
});
