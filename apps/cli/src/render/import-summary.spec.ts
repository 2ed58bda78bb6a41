import { type ImportSummary, type RefusedCommand } from '@jejak/client';

import { noted } from '../testing/noted-output';
import { counted } from './counted';
import { renderImport } from './import-summary';

const refusal = (index: number): RefusedCommand => ({
  command: { path: `/v1/regions/${index}/register`, key: `k${index}`, as: 'operator', body: {} },
  problem: { status: 409, code: 'region.unknown-parent', title: 'Region', fix: 'Register it.' },
});

const summaryOf = (counts: { recorded?: number; there?: number; refused?: number }) => {
  const { recorded = 0, there: alreadyRecorded = 0, refused = 0 } = counts;
  return {
    phases: [{ name: 'regions', recorded, alreadyRecorded, refused }],
    recorded,
    alreadyRecorded,
    refused: Array.from({ length: refused }, (_, index) => refusal(index)),
    position: null,
  } satisfies ImportSummary;
};

function shown(summary: ImportSummary, options: { json?: boolean; allRefusals?: boolean } = {}) {
  const { json = false, allRefusals = false } = options;
  const { output, lines, notes } = noted({ json });
  renderImport(output, { summary, leftOut: [], allRefusals });
  return { lines, notes };
}

const paths = (notes: readonly string[]) => notes.filter((note) => note.includes('/register:'));

describe('an import with refusals', () => {
  it('lists the first 20 with their reasons, and how many more there are', () => {
    const { notes } = shown(summaryOf({ refused: 1_254 }));
    expect(paths(notes)).toHaveLength(20);
    expect(notes.slice(0, 2)).toEqual([
      '  /v1/regions/0/register: Region [region.unknown-parent]',
      '    Register it.',
    ]);
    expect(notes.at(-1)).toMatch(/^ {2}and 1,234 more: .*--all-refusals/);
  });

  it('says nothing of more when there are none', () => {
    const { notes } = shown(summaryOf({ refused: 20 }));
    expect(paths(notes)).toHaveLength(20);
    expect(notes.at(-1)).not.toContain('more');
  });

  it('lists all of them when they are asked for', () => {
    const { notes } = shown(summaryOf({ refused: 1_254 }), { allRefusals: true });
    expect(paths(notes)).toHaveLength(1_254);
    expect(notes.at(-1)).not.toContain('more');
  });

  it('is complete as JSON, whatever was asked for', () => {
    const { lines, notes } = shown(summaryOf({ refused: 1_254 }), { json: true });
    const told = JSON.parse(lines[0]!) as ImportSummary;
    expect([lines.length, notes, told.refused.length]).toEqual([1, [], 1_254]);
  });
});

describe('the verdict on an import', () => {
  it.each([
    [{ recorded: 1, there: 1 }, '1 command recorded, 1 was already there, 0 refused'],
    [{ recorded: 1_200, refused: 2 }, '1,200 commands recorded, 0 were already there, 2 refused'],
    [{ there: 1 }, 'Everything was already recorded (1 command); no event was added.'],
    [{ there: 87 }, 'Everything was already recorded (87 commands); no event was added.'],
  ])('of %j counts in English', (counts, verdict) => {
    expect(shown(summaryOf(counts)).lines).toContain(`  ${verdict}`);
  });

  it('counts nothing in the plural', () => {
    expect([0, 1, 2, 1_234].map((count) => counted(count, 'event'))).toEqual([
      '0 events',
      '1 event',
      '2 events',
      '1,234 events',
    ]);
  });
});
