/** Ends a switch over a union: a new member that is not handled stops the build here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
