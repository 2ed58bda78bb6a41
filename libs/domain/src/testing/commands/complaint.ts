import fc from 'fast-check';

import { addDays } from '../../calendar';
import type { ComplaintCommand, ReporterCommand } from '../../complaint';
import { at, by, calendars, file, id, key, somebody, terms } from '../complaints';
import { people, sequencesOf } from '../histories';

const timed = { terms, calendars };

/** A step so many days after the step before it, or before it. */
const step = fc.record({
  days: fc.oneof(fc.nat(12), fc.integer({ min: -3, max: 20 })),
  actor: people,
  what: fc.nat(9),
  inForce: fc.constantFrom(timed, timed, timed, { terms: null, calendars }),
});

export const complaintCommands: fc.Arbitrary<readonly ComplaintCommand[]> = fc
  .array(step, { maxLength: 30, size: 'max' })
  .map((steps) => {
    let day = '2026-02-02';
    const followed = steps.map(({ days, actor, what, inForce }): ComplaintCommand => {
      day = addDays(day, days);
      const of = { complaint: id, actor, at, calendars };
      const choices: readonly [ComplaintCommand, ...ComplaintCommand[]] = [
        { type: 'AcknowledgeComplaint', ...of, acknowledgedOn: day },
        { type: 'AssignComplaint', ...of, office: 'inspektorat', handler: null, assignedOn: day },
        { type: 'AnswerComplaint', ...of, answeredOn: day, sealedAnswer: 'v1.x', ...inForce },
        { type: 'CloseComplaint', ...of, closedOn: day, ground: 'no-reply' },
        { type: 'CloseComplaint', ...of, closedOn: day, ground: 'consent' },
        { type: 'ReopenComplaint', ...of, reopenedOn: day, ground: 'new-facts', ...inForce },
        { type: 'EscalateComplaint', ...of, to: 'kpk', escalatedOn: day, ground: 'serious' },
        { type: 'AssignComplaint', ...of, office: 'bkpsdm', handler: 'ani', assignedOn: day },
        { type: 'ReadComplaint', complaint: id, actor, at },
        file({ filedOn: day }),
      ];
      return choices[what] ?? choices[0];
    });
    return [file(), ...followed];
  });

const reporterStep: fc.Arbitrary<ReporterCommand> = people.chain((actor) =>
  fc.constantFrom<ReporterCommand>(
    { type: 'RequestUnmasking', reporter: somebody, legalBasis: 'UU 31/2014', actor, at },
    { type: 'ApproveUnmasking', reporter: somebody, actor, at },
  ),
);

export const reporterCommands = sequencesOf<ReporterCommand>(reporterStep, 12, {
  ...{ type: 'SealReporter', reporter: somebody, region: key.region, regionRegistered: true },
  ...{ sealedIdentity: 'v1.Zm9v', actor: by('operator'), at },
});
