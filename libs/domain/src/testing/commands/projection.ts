import fc from 'fast-check';

import { parkedKinds, type SkipParkedEvent } from '../../projection';
import { sequencesOf } from '../histories';

export const parkedStream = 'pact-serang-2025';

/** Few documents and few events, so that decisions often meet. */
const command: fc.Arbitrary<SkipParkedEvent> = fc
  .record({
    kind: fc.constantFrom(...parkedKinds),
    key: fc.constantFrom(parkedStream, 'serang-2025', 'serang-2026'),
    number: fc.nat({ max: 3 }),
    reason: fc.constantFrom('Duplicate of another one.', 'Seen by the inspectorate.', 'short'),
  })
  .map(({ kind, key, number, reason }) => ({
    type: 'SkipParkedEvent',
    actor: { kind: 'person', id: 'rina' },
    at: '2026-03-01T02:00:00.000Z',
    view: 'pact-register',
    kind,
    key,
    event: {
      id: `00000000-0000-4000-8000-00000000000${number}`,
      stream: parkedStream,
      revision: String(number),
      type: 'PactSigned',
      position: `${number}/${number}`,
    },
    reason,
  }));

export const projectionCommands = sequencesOf(command, 40);
