import fc from 'fast-check';

import type { TrainingCommand } from '../../training';
import { people, sequencesOf } from '../histories';

const at = '2023-11-09T02:00:00.000Z';
const source = { id: 'S4', citation: 'BBC Serang, 2016' };
const group = fc.constantFrom('formed', 'second');
const few = fc.integer({ min: 0, max: 9 });
const person = fc
  .constantFrom('1', '2')
  .map((digit) => `5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e1${digit}`);
const assessedOn = '2016-12-01';

const command: fc.Arbitrary<TrainingCommand> = people.chain((actor) => {
  const common = { actor, at };
  return fc.oneof(
    fc.constantFrom('s1', 's2').map<TrainingCommand>((session) => ({
      ...{ type: 'HoldTrainingSession', ...common, session, date: '2023-11-08', place: null },
      ...{ speaker: 'KPK', audience: ['OPD'], source: null },
    })),
    fc.record({ group, count: few }).map<TrainingCommand>((fields) => ({
      ...{ type: 'CountParticipants', ...common, source, ...fields },
    })),
    fc.record({ group, assessed: few, passed: fc.option(few) }).map<TrainingCommand>((fields) => ({
      ...{ type: 'AssessGroup', ...common, source, assessedOn, ...fields },
    })),
    fc.constant<TrainingCommand>({ type: 'AnnounceAssessment', ...common, count: 300, source }),
    person.map<TrainingCommand>((who) => ({
      ...{ type: 'RegisterParticipant', ...common, person: who },
    })),
    person.map<TrainingCommand>((who) => ({
      ...{ type: 'AssessParticipant', ...common, person: who, passed: true, assessedOn },
    })),
  );
});

export const trainingCommands = sequencesOf<TrainingCommand>(command, 30, {
  ...{ type: 'OpenTraining', training: 'tunas-integritas-2016', region: '36', source },
  ...{ title: 'Tunas integritas', period: '2016', organiser: null, regionRegistered: true },
  ...{ actor: { kind: 'person', id: 'operator' }, at },
});
