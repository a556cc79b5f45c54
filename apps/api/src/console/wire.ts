/** What becomes of an answer on its way as JSON. */
export type Wire<T> = T extends Date
  ? string
  : T extends object
    ? { readonly [K in keyof T]: Wire<T[K]> }
    : T;

/** What the method of a door answers, as the workbench reads it. */
export type Answer<T extends (...args: never[]) => unknown> = Wire<Awaited<ReturnType<T>>>;

/** Whether what a door answers, the first of a pair, is what the workbench reads there, the second. */
export type Agrees<Pair> = Pair extends [infer Said, infer Read]
  ? Said extends Read
    ? true
    : false
  : false;
