import { type BuildReply, type DifferenceReply } from '@jejak/client';

import { type BuildResult } from '../operations/rebuild';
import { counted } from './counted';
import { hint } from './hint';
import { table } from './table';

/** What a switch to the build would change for those who read the view. */
export function differenceLines({ difference }: BuildReply): string[] {
  if (difference === null) return ['  There is no live view to compare with.'];
  const { position, same, changed, onlyLive, onlyNext, examples } = difference;
  const differing = changed + onlyLive + onlyNext;
  const total = same + differing;
  const more = differing - examples.length;
  return [
    `  ${counted(total, 'document')} compared, both at position ${position ?? 'none'}:`,
    '',
    table(
      ['', 'documents'],
      [
        ['the same', String(same)],
        ['changed', String(changed)],
        ['only in the live view', String(onlyLive)],
        ['only in the new one', String(onlyNext)],
      ],
    ),
    ...(examples.length === 0
      ? []
      : ['', table(['document', 'difference'], examples.map(exampleRow))]),
    ...(more > 0 ? [`  and ${more.toLocaleString('en-US')} more`] : []),
  ];
}

const exampleRow = ({ id, kind, fields }: DifferenceReply['examples'][number]): string[] => {
  if (kind === 'changed') return [id, `changed: ${fields.join(', ')}`];
  return [id, kind === 'only-live' ? 'only in the live view' : 'only in the new one'];
};

/** What became of a build, and what can be done next. */
export function resultLines(result: BuildResult, url: string): string[] {
  const { view, build, generation } = result;
  const again = build.purpose === 'rollback' ? ['rebuild', view, '--rollback'] : ['rebuild', view];
  const join = `  Join it again:  ${hint(url, ...again)}`;
  const giveUp = `  Give it up:     ${hint(url, 'rebuild', view, '--cancel')}`;
  switch (result.outcome) {
    case 'under-way':
      return [`  The build of ${view} goes on in the service.`, join, giveUp];
    case 'left':
      return [`  Interrupted. The build of ${view} goes on in the service.`, join, giveUp];
    case 'unanswered':
      return [
        `  Interrupted. Nobody has said that the build of ${view} is given up; it may go on.`,
        `  See what stands:  ${hint(url, 'rebuild')}`,
        giveUp,
      ];
    case 'given-up':
      return [`  Interrupted. The build of ${view} is given up; the live view is not touched.`];
    case 'gone':
      return [
        `  The build of ${view} is not there any more; somebody else gave it up.`,
        `  See what is live:  ${hint(url, 'rebuild')}`,
      ];
    case 'stands-by':
      return [
        '  Nothing is switched. The build stands by and follows the log.',
        `  Switch to it:   ${hint(url, ...again, '--yes')}`,
        giveUp,
      ];
    case 'switched':
      return [
        `  ${view} is read from version ${generation?.version ?? '?'}, build ${generation?.build ?? '?'} from now on.`,
        `  Go back to what was live before:  ${hint(url, 'rebuild', view, '--rollback')}`,
      ];
    case 'failed':
      return failureLines(build, url);
  }
}

function failureLines({ view, error }: BuildReply, url: string): string[] {
  const event = error?.event ?? null;
  return [
    `  The build of ${view} has failed; the live view is not touched.`,
    '',
    ...(event === null
      ? []
      : [
          `  event  ${event.type}, revision ${event.revision} of ${event.stream}`,
          `         at position ${event.position}`,
        ]),
    `  error  ${error?.detail ?? error?.message ?? 'not said'}`,
    ...(error === null ? [] : [`  since  ${error.since}`]),
    '',
    ...(event === null
      ? ['  Remove what keeps it from going on.']
      : [
          '  The build goes on by itself in a release that can pass the event, or when it was decided',
          '  to leave the event out:',
          `    ${hint(url, 'parked', 'list', '--view', view)}`,
          `    ${hint(url, 'parked', 'skip', view, 'KEY')} --reason '...'`,
        ]),
    '  Follow it again, or give it up:',
    `    ${hint(url, 'rebuild', view)}`,
    `    ${hint(url, 'rebuild', view, '--cancel')}`,
  ];
}
