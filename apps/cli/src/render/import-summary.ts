import { type FactsImport, type ImportSummary } from '@jejak/client';

import { type Output } from '../output';
import { table } from './table';

/** Phase by phase, the failures last, and what no command covers. */
export function renderImport(
  output: Output,
  summary: ImportSummary,
  leftOut: FactsImport['leftOut'],
): void {
  if (output.json) {
    output.line(JSON.stringify({ ...summary, leftOut }));
    return;
  }
  const counted = summary.phases.filter(
    ({ recorded, alreadyRecorded, refused }) => recorded + alreadyRecorded + refused > 0,
  );
  output.line(
    table(
      ['', 'recorded', 'already there', 'refused'],
      counted.map(({ name, recorded, alreadyRecorded, refused }) => [
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
  for (const { command, problem } of summary.refused) {
    output.note(`  ${command.path}: ${problem.detail ?? problem.title} [${problem.code}]`);
    for (const { message } of problem.errors ?? []) output.note(`    ${message}`);
    if (problem.fix !== undefined) output.note(`    ${problem.fix}`);
  }
}

function verdict({ recorded, alreadyRecorded, refused }: ImportSummary): string {
  if (recorded === 0 && alreadyRecorded > 0 && refused.length === 0) {
    return `Everything was already recorded (${alreadyRecorded} commands); no event was added.`;
  }
  return [
    `${recorded} commands recorded`,
    `${alreadyRecorded} were already there`,
    `${refused.length} refused`,
  ].join(', ');
}
