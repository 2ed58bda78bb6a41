import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { InformationCommand } from '../../information';
import { datedSequencesOf, people } from '../histories';
import { calendars2025 as calendars, requestOf2025 } from '../information';

const day = fc.integer({ min: 0, max: 200 }).map((count) => addDays('2025-02-01', count));
const step = fc.record({
  actor: people,
  at: fc.constant('2026-01-05T02:00:00.000Z'),
  request: fc.constant('serang-2025-001'),
  calendars: fc.constant(calendars),
  day,
});

const command: fc.Arbitrary<InformationCommand> = step.chain(({ day: on, ...fields }) =>
  fc.constantFrom<InformationCommand>(
    { ...requestOf2025, ...fields, receivedOn: on },
    { type: 'ExtendInformationDeadline', ...fields, extendedOn: on, reason: 'x' },
    {
      type: 'AnswerInformation',
      ...fields,
      answeredOn: on,
      outcome: 'granted',
      ground: null,
      evidence: [],
    },
    {
      type: 'ObjectToInformation',
      ...fields,
      objectedOn: on,
      ground: 'late',
      explanation: null,
    },
    {
      type: 'DecideInformationObjection',
      ...fields,
      decidedOn: on,
      outcome: 'rejected',
      reason: 'x',
    },
    { type: 'NoteInformationDispute', ...fields, filedOn: on, reference: 'x' },
  ),
);

const dayOf = (one: InformationCommand): string =>
  Object.entries(one).find(([name]) => name.endsWith('On'))?.[1] as string;

export const informationCommands = datedSequencesOf(command, 25, dayOf, requestOf2025);
