import { type FactsImport, type ImportSummary, type RefusedCommand } from '@jejak/client';

import { type Output } from '../output';
import { counted } from './counted';
import { table } from './table';

/** Refusals that are shown unless all are asked for: a file of one mistake has thousands. */
const fewRefusals = 20;

export interface ImportToRender {
  readonly summary: ImportSummary;
  /** Facts that no command covers. */
  readonly leftOut: FactsImport['leftOut'];
  readonly allRefusals: boolean;
}

/** Phase by phase, what no command covers, and the refusals last; JSON is always complete. */
export function renderImport(
  output: Output,
  { summary, leftOut, allRefusals }: ImportToRender,
): void {
  if (output.json) {
    output.line(JSON.stringify({ ...summary, leftOut }));
    return;
  }
  const phases = summary.phases.filter(
    ({ recorded, alreadyRecorded, refused }) => recorded + alreadyRecorded + refused > 0,
  );
  output.line(
    table(
      ['', 'recorded', 'already there', 'refused'],
      phases.map(({ name, recorded, alreadyRecorded, refused }) => [
        name,
        String(recorded),
        String(alreadyRecorded),
        String(refused),
      ]),
    ),
  );
  output.line('');
  output.line(`  ${verdict(summary)}`);
  if (leftOut.length > 0) {
    const sections = leftOut.map(({ section, entries }) => `${section} (${entries})`).join(', ');
    output.line(`  Not imported, no command covers them yet: ${sections}.`);
  }
  const { refused } = summary;
  const shown = allRefusals ? refused : refused.slice(0, fewRefusals);
  for (const line of shown.flatMap(refusalLines)) output.note(line);
  if (shown.length < refused.length) output.note(moreLine(refused.length - shown.length));
}

const refusalLines = ({ command, problem }: RefusedCommand): string[] => [
  `  ${command.path}: ${problem.detail ?? problem.title} [${problem.code}]`,
  ...(problem.errors ?? []).map(({ message }) => `    ${message}`),
  ...(problem.fix === undefined ? [] : [`    ${problem.fix}`]),
];

const moreLine = (more: number): string =>
  `  and ${more.toLocaleString('en-US')} more: the same import with --all-refusals or --json tells all of them.`;

function verdict({ recorded, alreadyRecorded, refused }: ImportSummary): string {
  if (recorded === 0 && alreadyRecorded > 0 && refused.length === 0) {
    return `Everything was already recorded (${counted(alreadyRecorded, 'command')}); no event was added.`;
  }
  return [
    `${counted(recorded, 'command')} recorded`,
    `${alreadyRecorded.toLocaleString('en-US')} ${alreadyRecorded === 1 ? 'was' : 'were'} already there`,
    `${refused.length.toLocaleString('en-US')} refused`,
  ].join(', ');
}
