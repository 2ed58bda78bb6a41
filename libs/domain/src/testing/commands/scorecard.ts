import fc from 'fast-check';

import type { FrameworkContent } from '../../framework/events';
import type { ScorecardCommand } from '../../scorecard';
import { people, sequencesOf } from '../histories';
import { openOf2025 } from '../evidence-scorecards';
import { mcp2019 } from '../frameworks';
import {
  amend,
  areas,
  context,
  finalise,
  openKotaSerang2019,
  points,
  publish,
} from '../scorecards';

/** One area that is scored by its indicators, one that a source scores as a whole. */
const content: FrameworkContent = {
  ...mcp2019,
  areas: [
    {
      ...{ id: 'procurement', name: 'PBJ', weight: '2', appliesTo: ['regency', 'city'] },
      indicators: [
        { id: 'plan', name: 'Plan', weight: '1', appliesTo: null, subIndicators: null },
        { id: 'tender', name: 'Tender', weight: '3', appliesTo: null, subIndicators: null },
      ],
    },
    { id: 'assets', name: 'BMD', weight: '1', appliesTo: ['city'], indicators: null },
  ],
};
const open: ScorecardCommand = { ...openKotaSerang2019, frameworks: [{ version: 1, content }] };

const area = fc.constantFrom('procurement', 'assets', 'villages');
const indicator = fc.constantFrom('plan', 'tender', 'other');
/** Of the scorecard that takes evidence. */
const withSubIndicators = { area: 'assets', indicator: 'assets.1' };
const subIndicator = fc.constantFrom(null, 'assets.1.1', 'assets.1.2', 'tax.1.1');
const value = fc.constantFrom('0', '33.33', '62.5', '100', '100.01', 'x');
const source = fc.constantFrom('B1', 'B2').map((id) => ({ id, citation: 'a paper' }));

const command: fc.Arbitrary<ScorecardCommand> = fc.oneof(
  fc.constant(open),
  fc
    .record({ area, indicator, points: value, maximumPoints: fc.constantFrom('80', '100') })
    .map<ScorecardCommand>(points),
  fc
    .record({ area, score: value, source })
    .map<ScorecardCommand>(({ area: of, score, source: from }) =>
      areas({ scores: [{ area: of, score }], source: from }),
    ),
  fc
    .record({ value, source, status: fc.constantFrom('provisional', 'final') })
    .map<ScorecardCommand>(publish),
  fc
    .record({
      ...{ actor: people, unit: fc.constantFrom('bpkad', 'bapenda'), subIndicator },
      place: fc.oneof(fc.record({ area, indicator }), fc.constant(withSubIndicators)),
    })
    .map<ScorecardCommand>(({ place, ...fields }) => ({
      ...{ ...context, type: 'AssignIndicator', ...place, ...fields },
    })),
  people.map<ScorecardCommand>((actor) => ({
    ...{
      ...context,
      type: 'CloseCycle',
      jurisdiction: ['*'],
      actor,
      closesAt: null,
      decision: 'SK-1',
    },
  })),
  fc.constant<ScorecardCommand>(finalise),
  fc
    .tuple(fc.constantFrom<'finalised' | number>('finalised', 1, 2), value)
    .map<ScorecardCommand>(([subject, to]) => amend(subject, to)),
);

/** Half of them take evidence, which alone can be closed. */
export const scorecardCommands = fc.oneof(
  sequencesOf(command, 30, open),
  sequencesOf(command, 10, openOf2025('city')),
);
