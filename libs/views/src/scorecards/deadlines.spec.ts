import { scorecardStream } from '@jejak/domain';
import type { DeadlinePassed } from '@jejak/domain/deadline/events';
import type { EvidenceSubmitted } from '@jejak/domain/evidence/events';
import type { CycleClosed } from '@jejak/domain/scorecard/events';

import { deadlines } from '../deadlines/deadlines';
import { closesAt, evidenceFacts, openedWithEvidence } from '../testing/evidence-log';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';

const key = { region: '36.01', instrument: 'MCP', year: 2018 };
const id = 'scorecard.evidence:36.01:mcp:2018';
const stream = scorecardStream(key);
const opening = '2018-02-01T00:00:00.000Z';

type Event = typeof openedWithEvidence | EvidenceSubmitted | CycleClosed | DeadlinePassed;
type Fact = readonly [at: string, event: Event];

const after = (...facts: readonly Fact[]) =>
  fold(
    deadlines,
    twice(recorded(facts.map(([recordedAt, event]) => ({ stream, event, recordedAt })))),
  ).get(id);

const opened = (end: string | null = closesAt): Fact => [
  opening,
  { ...openedWithEvidence, data: { ...openedWithEvidence.data, closesAt: end } },
];
const handedIn = (
  subIndicator: string,
  at: string,
  change: Partial<EvidenceSubmitted['data']> = {},
): Fact => [
  at,
  {
    type: 'EvidenceSubmitted',
    data: {
      ...{ ...key, area: 'assets', indicator: 'assets.1', subIndicator, document: 'd' },
      ...{ receipt: `36.01-mcp-2018-${subIndicator}-0`, sha256: 'a1'.repeat(32), size: 1 },
      ...{ title: 'd.pdf', handedInAt: null, late: false, closesAt, replaces: null },
      submittedBy: 'simral',
      ...change,
    },
  },
];
const closed = (at: string, end: string): Fact => [
  at,
  { type: 'CycleClosed', data: { ...key, closesAt: end, decision: null, closedBy: 'kpk' } },
];

describe('the end of the uploads of a scorecard', () => {
  it('is one deadline of its region, on the day that ends in Jakarta', () => {
    expect(after(opened())).toMatchObject({
      ...{ deadline: 'scorecard.evidence', region: '36.01', subject: stream },
      ...{ title: 'Evidence of MCP 2018', dueOn: '2018-10-31', endsAt: closesAt },
      ...{ state: 'open', outstanding: ['assets.1.1', 'assets.1.2'] },
    });
  });

  it('is met with the first document of the last sub-indicator', () => {
    const first = handedIn('assets.1.1', '2018-10-01T00:00:00.000Z');
    expect(after(opened(), first)).toMatchObject({ state: 'open', outstanding: ['assets.1.2'] });
    expect(
      after(opened(), first, first, handedIn('assets.1.2', '2018-10-02T20:00:00.000Z')),
    ).toMatchObject({ state: 'met', outstanding: [], metOn: '2018-10-03', watchedFrom: null });
  });

  it('stays open while only one of them came, returned and late ones counted alike', () => {
    const after = fold(deadlines, twice(recorded(evidenceFacts)));
    expect(after.get(id)).toMatchObject({ state: 'open', outstanding: ['assets.1.2'] });
  });

  it('is kept by no late document', () => {
    const late = handedIn('assets.1.2', '2018-11-02T00:00:00.000Z', { late: true });
    expect(after(opened(), handedIn('assets.1.1', '2018-10-01T00:00:00.000Z'), late)).toMatchObject(
      { state: 'open', outstanding: ['assets.1.2'], watchedFrom: '2018-10-31' },
    );
  });

  it('is kept on the day another system took the last document in', () => {
    const change = { handedInAt: '2018-10-31T16:00:00.000Z' };
    expect(
      after(
        opened(),
        handedIn('assets.1.1', '2018-10-01T00:00:00.000Z'),
        handedIn('assets.1.2', '2018-11-05T00:00:00.000Z', change),
      ),
    ).toMatchObject({ state: 'met', metOn: '2018-10-31' });
  });

  it('is unknown until somebody announces it, and is what was announced last', () => {
    expect(after(opened(null))).toMatchObject({ state: 'open', dueOn: null, watchedFrom: null });
    const announced = closed('2018-09-01T00:00:00.000Z', '2018-11-30T16:59:59.999Z');
    for (const end of [null, closesAt]) {
      expect(after(opened(end), announced)).toMatchObject({
        ...{ state: 'open', dueOn: '2018-11-30', watchedFrom: '2018-11-30' },
        outstanding: ['assets.1.1', 'assets.1.2'],
      });
    }
  });

  it('is not there for a scorecard that takes no evidence', () => {
    const areas = [{ id: 'procurement', weight: '1', indicators: null }];
    const without = { ...openedWithEvidence, data: { ...openedWithEvidence.data, areas } };
    expect(after([opening, without])).toBeUndefined();
  });
});
