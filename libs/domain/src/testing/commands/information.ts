import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { InformationCommand } from '../../information';
import { datedSequencesOf, people } from '../histories';
import { calendar2025 as calendar, requestOf2025 } from '../information';

const day = fc.integer({ min: 0, max: 200 }).map((count) => addDays('2025-02-01', count));
const step = fc.record({
  actor: people,
  at: fc.constant('2026-01-05T02:00:00.000Z'),
  request: fc.constant('serang-2025-001'),
  day,
});

const command: fc.Arbitrary<InformationCommand> = step.chain(({ day: on, ...fields }) =>
  fc.constantFrom<InformationCommand>(
    { ...requestOf2025, ...fields, receivedOn: on },
    { type: 'ExtendInformationDeadline', ...fields, extendedOn: on, reason: 'x', calendar },
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
      calendar,
    },
    {
      type: 'DecideInformationObjection',
      ...fields,
      decidedOn: on,
      outcome: 'rejected',
      reason: 'x',
    },
    { type: 'NoteInformationDispute', ...fields, filedOn: on, reference: 'x', calendar },
  ),
);

const dayOf = (one: InformationCommand): string =>
  Object.entries(one).find(([name]) => name.endsWith('On'))?.[1] as string;

export const informationCommands = datedSequencesOf(command, 25, dayOf, requestOf2025);
