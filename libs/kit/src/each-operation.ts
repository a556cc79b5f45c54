type Named<T> = Readonly<Record<string, T>>;

/** The paths of an OpenAPI document with each operation changed. */
export const eachOperation = <From, To>(
  paths: Named<Named<From>>,
  change: (operation: From, method: string, path: string) => To,
): Named<Named<To>> =>
  mapped(paths, (operations, path) =>
    mapped(operations, (operation, method) => change(operation, method, path)),
  );

const mapped = <From, To>(all: Named<From>, change: (one: From, name: string) => To): Named<To> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one, name)]));
