/** Which methods are served at which route pattern (`/pacts/:id`, `/files/*`). */
export interface RouteTable {
  add(methods: string | readonly string[], pattern: string): void;
  /** Methods served at a concrete path, sorted; empty when the path is served by no route. */
  methodsAt(path: string): string[];
}

/** Remembers the routes as they are registered, so that a wrong method can be told from a wrong path. */
export function createRouteTable(): RouteTable {
  const methodsByPattern = new Map<string, Set<string>>();
  return {
    add(methods, pattern) {
      const known = methodsByPattern.get(pattern) ?? new Set<string>();
      for (const method of [methods].flat()) known.add(method);
      methodsByPattern.set(pattern, known);
    },
    methodsAt(path) {
      const segments = path.split('/');
      const found = [...methodsByPattern]
        .filter(([pattern]) => matches(pattern.split('/'), segments))
        .flatMap(([, methods]) => [...methods]);
      return [...new Set(found)].sort();
    },
  };
}

/** A catch-all such as the portal's `/*` serves every path; it says nothing about methods. */
function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.some((part) => part.includes('*'))) return false;
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, i) =>
    part.startsWith(':') ? segments[i] !== '' : part === segments[i],
  );
}
