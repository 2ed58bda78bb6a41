import { type JejakEvent } from '@jejak/domain';
import { type PublishedScoreRecorded } from '@jejak/domain/scorecard';
import { summaryOf } from '@jejak/views';

import { type RawEvent, type Replay } from '../operations/replay';
import { type Output } from '../output';
import { table } from './table';

/** The story of a stream, then what it amounts to; an event nobody can read is for others to report. */
export function renderReplay(output: Output, { state: reply, events, unreadable }: Replay): void {
  if (output.json) {
    const event = unreadable?.problem.event;
    output.line(
      JSON.stringify({ ...reply, events, ...(event === undefined ? {} : { unreadable: event }) }),
    );
    return;
  }
  if (reply.revision === null) {
    output.line(`  Nothing had been recorded in ${reply.stream} by then.`);
    return;
  }
  const told = reply.revision === '0' ? 'revision 0' : `revisions 0 to ${reply.revision}`;
  output.line(`  ${reply.stream}, ${told}`);
  output.line('');
  output.line(
    table(
      ['rev', 'recorded at', 'by', 'what'],
      events.map((event) => [
        event.revision,
        event.metadata.recordedAt,
        event.metadata.actor.id,
        summaryOf(factOf(event)),
      ]),
    ),
  );
  const scores = events.map(factOf).filter((event) => event.type === 'PublishedScoreRecorded');
  if (scores.length > 0) {
    output.line('');
    output.line(`  Published scores: ${scores.map(({ data }) => data.value).join(' → ')}`);
    output.line(publications(scores, amendmentsIn(events)));
  }
  output.line('');
  output.line(`  State at revision ${reply.revision} (recorded ${String(reply.recordedAt)}):`);
  output.line(indented(JSON.stringify(reply.state, null, 2)));
  if (reply.withheld.length > 0) {
    output.line('');
    output.line(`  Not for the public, and left out: ${reply.withheld.join(', ')}.`);
  }
}

/** Raw events of the audit API have the shapes of the domain: its store refuses any other. */
const factOf = ({ type, data }: RawEvent): JejakEvent => ({ type, data }) as JejakEvent;

/** The last correction of each publication, by its number. */
const amendmentsIn = (events: readonly RawEvent[]): ReadonlyMap<unknown, string> =>
  new Map(
    events
      .map(factOf)
      .filter((event) => event.type === 'ScoreAmended')
      .map(({ data }) => [data.subject, data.to]),
  );

const publications = (
  scores: readonly PublishedScoreRecorded[],
  amendments: ReadonlyMap<unknown, string>,
): string =>
  table(
    ['score', 'status', 'as of', 'source', 'computed here'],
    scores.map(({ data }) => [
      amendments.has(data.publication)
        ? `${data.value}, corrected to ${amendments.get(data.publication) ?? ''}`
        : data.value,
      data.status,
      data.asOf ?? 'day not published',
      `${data.source.id}: ${data.source.citation}`,
      data.computed ?? '',
    ]),
  );

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
