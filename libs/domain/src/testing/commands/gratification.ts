import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { GratificationCommand } from '../../gratification';
import { at, calendars, giver, receiver, report, rules2019, rules2026 } from '../gratifications';
import { people, sequencesOf } from '../histories';

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const days = fc.nat({ max: 150 }).map((count) => addDays('2025-12-15', count));
const base = fc.record({ report: ids, actor: people });

const command: fc.Arbitrary<GratificationCommand> = fc.oneof(
  fc
    .record({
      report: ids,
      actor: people,
      receivedOn: days,
      reportedOn: days,
      to: fc.constantFrom('kpk', 'upg'),
      category: fc.constantFrom('co-worker', 'ceremony', 'farewell', 'other'),
      form: fc.constantFrom('cash', 'non-cash'),
      value: fc.integer({ min: 1, max: 700 }).map((thousands) => `${thousands}000`),
      giver: fc.constantFrom(giver, null),
      complete: fc.boolean(),
      rules: fc.constantFrom(rules2019, rules2026),
    } as const)
    .map((change) => report(change as Partial<ReturnType<typeof report>>)),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'ForwardGratification',
    receiver,
    calendars,
    at,
    forwardedOn: day,
  })),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'DecideGratification',
    receiver,
    calendars,
    at,
    decidedOn: day,
    owner: 'state',
    decision: 'SK-1',
  })),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'DropGratification',
    receiver,
    calendars,
    at,
    droppedOn: day,
  })),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'CompleteGratification',
    receiver,
    calendars,
    at,
    completedOn: day,
  })),
);

export const gratificationCommands = sequencesOf(command, 40);
