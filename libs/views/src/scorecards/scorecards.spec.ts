import type { FrameworkContent } from '@jejak/domain/framework/events';
import { mcp2019 } from '@jejak/domain/testing/frameworks';

import { subIndicatorEvidence } from '../evidence/sub-indicator-evidence';
import { evidenceFacts, finalisedFacts } from '../testing/evidence-log';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { backlogOf } from './backlog';
import { heatmap } from './heatmap';
import { publishedVsComputed } from './published-vs-computed';
import { scoreTree } from './score-tree';
import { scorecards, type ScorecardDocument } from './scorecards';

type Facts = Parameters<typeof recorded>[0];
const id = '36.01/MCP/2018';

function after(facts: Facts) {
  const log = twice(recorded(facts));
  const document = fold(scorecards, log).get(id) as ScorecardDocument;
  return { document, evidence: [...fold(subIndicatorEvidence, log).values()] };
}
const open = after(evidenceFacts);
const finalised = after([...evidenceFacts, ...finalisedFacts]);

describe('the tree of a scorecard', () => {
  const tree = scoreTree(open.document, open.evidence, null);

  it('has every score that the total is made of, provisional until it is finalised', () => {
    expect(tree).toMatchObject({
      status: 'open',
      provisional: true,
      // assets (18 % + nothing) / 2 = 9 and procurement nothing: (9 + 0) / 2.
      computed: '4.5',
      band: 'red',
      areas: [
        {
          id: 'assets',
          score: '9',
          indicators: [
            {
              id: 'assets.1',
              name: 'Sertifikasi',
              unit: 'bpkad',
              score: '9',
              subIndicators: [
                { id: 'assets.1.1', points: '18', score: '18', zeroBecause: null, counted: false },
                { id: 'assets.1.2', points: '0', score: null, zeroBecause: 'not-uploaded' },
              ],
            },
          ],
        },
        { id: 'procurement', score: null, band: null, indicators: [] },
      ],
    });
  });

  it('shows what stands for each document, and beside it what came late', () => {
    const [certificates, inventory] = tree.areas[0]!.indicators[0]!.subIndicators[0]!.documents;
    expect(certificates).toMatchObject({
      state: 'not-uploaded',
      receipt: null,
      late: ['36.01-mcp-2018-assets.1.1-3'],
    });
    expect(inventory).toMatchObject({
      state: 'verified',
      points: '18',
      maximumPoints: '20',
      receipt: '36.01-mcp-2018-assets.1.1-2',
      late: [],
    });
  });

  it('has the names of the framework where that is at hand', () => {
    const whole = { weight: '1', appliesTo: null };
    const documents = [{ id: 'inventory', title: 'KIB', points: '20' }];
    const certified = { ...whole, id: 'assets.1.1', name: 'Bersertifikat', maximumPoints: '20' };
    const indicator = { ...whole, id: 'assets.1', name: 'Sertifikasi' };
    const named: FrameworkContent = {
      ...mcp2019,
      areas: [
        {
          ...{ id: 'assets', name: 'Manajemen Aset', weight: '1', appliesTo: ['regency'] },
          indicators: [{ ...indicator, subIndicators: [{ ...certified, documents }] }],
        },
      ],
    };
    const [assets] = scoreTree(open.document, open.evidence, named).areas;
    expect(assets!.name).toBe('Manajemen Aset');
    expect(assets!.indicators[0]!.subIndicators[0]).toMatchObject({
      name: 'Bersertifikat',
      documents: [{ title: null }, { title: 'KIB' }],
    });
  });

  it('is what was finalised afterwards', () => {
    const last = scoreTree(finalised.document, finalised.evidence, null);
    expect(last).toMatchObject({ provisional: false, computed: '4.5', status: 'finalised' });
    expect(last.areas[0]!.indicators[0]!.subIndicators[0]!.counted).toBe(true);
  });
});

describe('the backlog of a scorecard', () => {
  const tree = scoreTree(open.document, open.evidence, null);

  it('counts what is left by area and lead unit', () => {
    const counts = { documents: 3, notUploaded: 2, waiting: 0, returned: 0, verified: 1, late: 1 };
    const nothing = { documents: 0, notUploaded: 0, waiting: 0, returned: 0, verified: 0, late: 0 };
    expect(backlogOf(tree, '2018-10-22T00:00:00.000Z')).toMatchObject({
      ...counts,
      areas: [
        { area: 'assets', ...counts },
        { area: 'procurement', ...nothing },
      ],
      units: [{ unit: 'bpkad', ...counts }],
    });
  });

  it('counts a sub-indicator with the unit that leads it, not with that of its indicator', () => {
    const place = { area: 'assets', indicator: 'assets.1' };
    const { state } = open.document;
    const own = { ...place, subIndicator: 'assets.1.2', unit: 'dpkp' };
    const assignments = [...state.assignments, own];
    const shared = scoreTree(
      { ...open.document, state: { ...state, assignments } },
      open.evidence,
      null,
    );
    const [indicator] = shared.areas[0]!.indicators;
    expect([indicator!.unit, ...indicator!.subIndicators.map(({ unit }) => unit)]).toEqual([
      'bpkad',
      'bpkad',
      'dpkp',
    ]);
    expect(backlogOf(shared, '2018-10-22T00:00:00.000Z').units).toMatchObject([
      { unit: 'bpkad', documents: 2, verified: 1 },
      { unit: 'dpkp', documents: 1, notUploaded: 1 },
    ]);
  });

  it.each([
    ['2018-10-22T00:00:00.000Z', 9],
    ['2018-10-31T16:59:59.999Z', 0],
    ['2018-10-31T17:00:00.000Z', -1],
  ])('as of %s has %d days to close', (at, days) => {
    expect(backlogOf(tree, at).daysToClose).toBe(days);
  });
});

describe('the heat map', () => {
  it('colours each area by the bands of the framework version', () => {
    const [row] = heatmap([open.document], open.evidence);
    expect(row).toEqual({
      region: '36.01',
      frameworkVersion: 1,
      provisional: true,
      computed: '4.5',
      band: 'red',
      cells: [
        { area: 'assets', score: '9', band: 'red' },
        { area: 'procurement', score: null, band: null },
      ],
    });
    const [last] = heatmap([finalised.document], finalised.evidence);
    expect(last).toMatchObject({ provisional: false, cells: [{ score: '9' }, { score: null }] });
    expect(heatmap([], [])).toEqual([]);
  });
});

describe('published beside computed', () => {
  it('is their difference, and whether rounding explains it', () => {
    expect(finalised.document.compared).toBe(true);
    expect(publishedVsComputed(finalised.document)).toMatchObject({
      computed: '4.5',
      comparisons: [
        {
          published: '5',
          difference: '-0.5',
          agreesWhenRounded: true,
          claimedBand: 'yellow',
          band: 'red',
          computedThen: '4.5',
        },
      ],
    });
  });

  it('is nothing where nothing was computed', () => {
    expect(open.document).toMatchObject({ computed: null, compared: false });
    expect(() => publishedVsComputed(open.document)).toThrow('no computed score');
  });
});

it('a scorecard that was never opened is for the runtime to park', () => {
  const [, assigned] = evidenceFacts;
  expect(() => fold(scorecards, recorded([assigned!]))).toThrow();
});
