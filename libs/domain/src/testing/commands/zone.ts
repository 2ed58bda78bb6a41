import fc from 'fast-check';

import {
  type AnswerSet,
  type CycleCommand,
  type GrantPredicate,
  type PredicateCommand,
  zoneCycle,
} from '../../zone';
import { datedSequencesOf, historyOf } from '../histories';
import { inForce } from '../policies';
import {
  answer,
  answersWorth,
  by,
  check,
  decline,
  evaluate,
  nationalAnswers,
  propose,
  published,
  recommend,
  review,
  submit,
  survey,
  wholeCycle,
} from '../zones';

const person = fc.constantFrom('unit', 'inspector', 'tpn', 'panel').map((id) => by(id));
const shares = fc.constantFrom(50, 76, 90, 100);

/** Any step by anybody at any time; half of them are the next ones of a cycle that goes well. */
const anyCommand: fc.Arbitrary<CycleCommand> = fc.oneof(
  fc.constantFrom(...wholeCycle),
  fc.constantFrom(...wholeCycle),
  fc
    .record({ set: fc.constantFrom<AnswerSet>('SELF', 'TPI', 'TPN'), worth: shares, who: person })
    .map(({ set, worth, who }) => {
      const answers = set === 'TPN' ? nationalAnswers(answersWorth(worth)) : answersWorth(worth);
      return { ...answer(set, answers), ...who };
    }),
  fc
    .record({
      step: fc.constantFrom<CycleCommand>(
        submit('2024-06-15'),
        review(),
        check({ values: [] }),
        propose({ proposedOn: '2024-07-30' }),
        evaluate('admin-check'),
        evaluate('desk'),
        evaluate('field'),
        survey('clean.survey.1', { index: '3.1' }),
        recommend({ overrideGround: 'A letter' }),
        decline(),
        published(),
      ),
      who: person,
    })
    .map(({ step, who }): CycleCommand => ({ ...step, ...who })),
);

/** The whole cycle in its order, with other commands strewn among its steps and some left out. */
export const cycleCommands: fc.Arbitrary<readonly CycleCommand[]> = fc
  .array(fc.record({ strewn: fc.array(anyCommand, { maxLength: 2 }), kept: fc.nat(19) }), {
    minLength: wholeCycle.length,
    maxLength: wholeCycle.length,
  })
  .map((places) =>
    places.flatMap(({ strewn, kept }, index) => [
      ...strewn,
      ...(kept === 0 ? [] : wholeCycle.slice(index, index + 1)),
    ]),
  );

const recommended = historyOf(zoneCycle, wholeCycle).state;
const unit = { region: '36.04', unit: 'disdukcapil' };
export const predicateDay = fc.integer({ min: 0, max: 180 }).map((days) => {
  return new Date(Date.UTC(2024, 11, 10 + days)).toISOString().slice(0, 10);
});
const monitoring = inForce('zone-monitoring', { lastDay: '12-31' });
const lastDay = fc.option(predicateDay);
const predicateCommand: fc.Arbitrary<PredicateCommand> = fc.oneof(
  fc
    .record({ year: fc.constantFrom(2024, 2025), date: predicateDay, validUntil: lastDay })
    .map(({ year, date, validUntil }): GrantPredicate => ({
      type: 'GrantPredicate',
      ...{ ...unit, year, decision: { number: 'KEP', date }, validUntil },
      ...{ cycle: recommended, monitoring },
      ...by('minister'),
    })),
  fc
    .record({ monitoredOn: predicateDay, meetsMinimum: fc.boolean() })
    .map((fields): PredicateCommand => ({
      type: 'MonitorPredicate',
      ...unit,
      ...fields,
      team: 'TPN',
      total: null,
      ...{ findings: 'Seen', report: 'LHE-1', sheet: null },
      monitoring,
      ...by('tpn'),
    })),
  fc
    .record({ year: fc.constantFrom(2021, 2024), grantedOn: predicateDay })
    .map((fields): PredicateCommand => ({
      ...{ type: 'RecordPublishedPredicate', ...unit, ...fields, predicate: 'WBK' },
      ...{ unitName: 'Disdukcapil', decisionNumber: null, validUntil: null },
      ...{ source: { id: 'S3', citation: 'ANTARA Banten, 2022' }, regionRegistered: true },
      ...by('ministry'),
    })),
  fc
    .record({ date: predicateDay, validUntil: lastDay })
    .map(({ date, validUntil }): PredicateCommand => ({
      type: 'RetainPredicate',
      ...{ ...unit, decision: { number: 'KEP', date }, validUntil, monitoring },
      ...by('minister'),
    })),
  fc
    .record({ date: predicateDay, ground: fc.constantFrom('indicators-broken', 'under-minimum') })
    .map(({ date, ground }): PredicateCommand => ({
      type: 'RevokePredicate',
      ...{ ...unit, ground, reason: 'A case', decision: { number: 'KEP', date } },
      ...by('minister'),
    })),
);

const dayOf = (command: PredicateCommand): string => {
  if ('decision' in command) return command.decision.date;
  return command.type === 'MonitorPredicate' ? command.monitoredOn : command.grantedOn;
};

export const predicateCommands = datedSequencesOf(predicateCommand, 20, dayOf);
