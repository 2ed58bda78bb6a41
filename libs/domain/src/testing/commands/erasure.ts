import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { ErasureCommand } from '../../erasure';
import { decideErasure, refuseErasure, requestErasure, shredSubjectKey } from '../erasures';
import { people } from '../histories';

/** Steps that mostly follow each other in time, by few people, requests among them over and over. */
export const erasureCommands: fc.Arbitrary<readonly ErasureCommand[]> = fc
  .array(fc.record({ actor: people, days: fc.integer({ min: -1, max: 3 }), what: fc.nat(9) }), {
    maxLength: 25,
    size: 'max',
  })
  .map((steps) => {
    let day = '2026-02-27';
    return steps.map(({ actor, days, what }): ErasureCommand => {
      day = addDays(day, days);
      const choices: readonly [ErasureCommand, ...ErasureCommand[]] = [
        requestErasure({ actor, receivedOn: day }),
        requestErasure({ actor, receivedOn: day, channel: 'non-electronic' }),
        requestErasure({ actor, receivedOn: day, heldBy: ['36.71'] }),
        decideErasure({ actor, decidedOn: day }),
        refuseErasure({ actor, decidedOn: day }),
        refuseErasure({ actor, decidedOn: day, exemption: 'a' }),
        refuseErasure({ actor, decidedOn: day, exemption: null }),
        refuseErasure({ actor, decidedOn: day, law: null }),
        shredSubjectKey({ actor }),
        shredSubjectKey({ actor }),
      ];
      return choices[what] ?? choices[0];
    });
  });
