import { anyView, type AnyView } from '@jejak/projection';
import type { FoldedView } from '@jejak/views/view';

import type { Signers } from './views';

/** Who signed each pact, by code that cannot fold some names until it is corrected. */
export function moody(version = 1): { readonly view: AnyView; readonly poison: Set<string> } {
  const poison = new Set<string>();
  const view: FoldedView<Signers> = {
    name: 'moody',
    version,
    eventTypes: ['PactSigned'],
    documentsOf: ({ event }) => (event.type === 'PactSigned' ? [event.data.pact] : []),
    apply(before, { event }) {
      if (event.type !== 'PactSigned') return before;
      const name = event.data.signatory.name ?? '';
      if (poison.has(name)) throw new Error(`nobody is called ${name}`);
      return { names: [...(before?.names ?? []), name] };
    },
    indexes: [{ names: 1 }],
  };
  return { view: anyView(view), poison };
}

/** Resolves once `condition` holds; rejects with what was hoped for after five seconds. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  hope: string,
): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Never happened: ${hope}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
