import fc from 'fast-check';

import type { FeedCommand, FeedVerdict, ReceivedFeedEventCommand } from '../../feed';
import { people, sequencesOf } from '../histories';

const at = '2026-01-05T02:00:00.000Z';
const context = people.map((actor) => ({ actor, at }));
const feed = 'licensing';

const mapping = fc.constantFrom('integer', 'text').map((as) => ({
  target: 'fact' as const,
  fields: [{ name: 'days', from: '/data/days', value: null, as, optional: false }],
}));

export const feedCommands = sequencesOf(
  fc.oneof(
    context.map<FeedCommand>((common) => ({
      ...{ type: 'RegisterFeedSource', ...common, feed, title: 'Online licensing' },
      ...{ subject: 'simponie', eventSource: '/36.74/simponie', region: '36.74' },
      regionRegistered: true,
    })),
    fc
      .record({
        common: context,
        eventType: fc.constantFrom('licence.issued', 'licence.revoked'),
        schema: fc.constantFrom('{}', '{"type":"object"}'),
        mapping,
      })
      .map<FeedCommand>(({ common, ...definition }) => ({
        ...{ type: 'DefineFeedType', ...common, feed, ...definition, reason: null },
      })),
    fc.tuple(context, fc.nat(9)).map<FeedCommand>(([common, chance]) => ({
      ...{ type: 'RetireFeedSource', ...common, feed, reason: chance === 0 ? 'replaced' : ' ' },
    })),
  ),
  25,
);

const verdict: fc.Arbitrary<FeedVerdict> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map<FeedVerdict>((version) => ({
    kind: 'fits',
    version,
    outcome: { kind: 'fact', region: '36.74', on: null, values: [{ name: 'days', value: '6' }] },
  })),
  fc
    .constantFrom('type-not-allowed', 'schema', 'outside-region')
    .map<FeedVerdict>((code) => ({ kind: 'unfit', version: null, unfit: { code, detail: 'x' } })),
);

/** What one identifier of one source is told, whatever content comes under it. */
export const receivedEventCommands = sequencesOf(
  fc.oneof(
    fc
      .tuple(context, verdict, fc.constantFrom('{"a":1}', '{"a":2}'))
      .map(([common, judged, content]): ReceivedFeedEventCommand => ({
        ...{ type: 'ReceiveFeedEvent', ...common, feed, id: '17', eventType: 'licence.issued' },
        ...{ content, contentSha256: 'ab'.repeat(32), verdict: judged },
      })),
    fc.tuple(context, verdict).map<ReceivedFeedEventCommand>(([common, judged]) => ({
      ...{ type: 'ReplayFeedEvent', ...common, verdict: judged },
    })),
  ),
  12,
);
