import { type Check, oneOf, type Shape } from './shape';

interface OfKind {
  readonly kind: string;
}

/** One shape for each `kind` of a union: the kind says what the rest must be like. */
export function byKind<Union extends OfKind>(shapes: {
  readonly [Kind in Union['kind']]: Shape<Extract<Union, { readonly kind: Kind }>>;
}): Shape<Union> {
  const known = new Map(Object.entries(shapes as Readonly<Record<string, Check>>));
  const kind = oneOf(...known.keys());
  return (value) => {
    if (typeof value !== 'object' || value === null || !('kind' in value)) {
      return ' is not an object with a kind';
    }
    const shape = typeof value.kind === 'string' ? known.get(value.kind) : undefined;
    return shape === undefined ? `.kind${kind(value.kind) ?? ''}` : shape(value);
  };
}
