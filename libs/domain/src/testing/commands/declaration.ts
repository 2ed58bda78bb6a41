import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { DeclarationCommand } from '../../declaration';
import { file, key, person, register, terms, verify } from '../declarations';
import { people, sequencesOf } from '../histories';

const days = fc.integer({ min: 0, max: 1_400 }).map((count) => addDays('2021-06-01', count));
const actor = people;
const occasion = fc.oneof(
  fc.constantFrom('2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31'),
  days,
);
const filing = fc.constantFrom('periodic-2021', 'periodic-2022', 'periodic-2023');
const who = { person, position: key.position };

/** The older form of the term to complete a report: 14 working days. */
const older = {
  ...terms,
  content: { ...terms.content, completion: { count: 14, unit: 'working-days' } },
} as const;

const command: fc.Arbitrary<DeclarationCommand> = fc.oneof(
  fc
    .record({ since: days, actor, firstYear: fc.constantFrom(null, 2022, 2023) })
    .map((change) => register(change)),
  fc.record({ endedOn: days, actor }).map(({ endedOn, actor: by }): DeclarationCommand => ({
    ...register({ actor: by }),
    ...who,
    type: 'EndObligation',
    endedOn,
    ground: 'pension',
    terms,
  })),
  fc
    .record({ occasionOn: occasion, filedOn: days, actor })
    .map((change) => file({ kind: 'periodic', ...change })),
  fc
    .record({ filing, actor, verifiedOn: days })
    .chain((change) =>
      fc.constantFrom(
        verify(change),
        verify({ ...change, terms: older, result: 'incomplete', notice: 'ND-1' }),
      ),
    ),
  fc.record({ filing, actor, suppliedOn: days }).map((change): DeclarationCommand => ({
    ...who,
    type: 'SupplementFiling',
    receipt: 'TT-2',
    calendars: [],
    at: register().at,
    ...change,
  })),
);

export const declarationCommands = sequencesOf(command, 40, register({ since: '2021-07-01' }));
