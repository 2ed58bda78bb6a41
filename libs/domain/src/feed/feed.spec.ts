import { givenFor } from '../testing/given';
import {
  type DefineFeedType,
  feed,
  type FeedEvent,
  type FeedMapping,
  type FeedVerdict,
  mappedFrom,
  receivedEvent,
  type ReceivedFeedEvent,
  type ReceiveFeedEvent,
  type RegisterFeedSource,
} from '.';

const given = givenFor(feed);
const givenEvent = givenFor(receivedEvent);
const context = {
  actor: { kind: 'system', id: 'simral' },
  at: '2026-01-05T02:00:00.000Z',
} as const;

const source = {
  feed: 'licensing',
  title: 'Online licensing',
  subject: 'simponie',
  eventSource: '/36.74/simponie',
  region: '36.74',
};
const registered: FeedEvent = { type: 'FeedSourceRegistered', data: source };
const register = (changes: Partial<RegisterFeedSource> = {}): RegisterFeedSource => ({
  type: 'RegisterFeedSource',
  ...context,
  ...source,
  regionRegistered: true,
  ...changes,
});
const mapping: FeedMapping = {
  target: 'fact',
  fields: [{ name: 'days', from: '/data/days', value: null, as: 'integer', optional: false }],
};
const definition = { feed: 'licensing', schema: '{}', mapping, reason: null };
const define = (changes: Partial<DefineFeedType> = {}): DefineFeedType => ({
  type: 'DefineFeedType',
  ...context,
  ...definition,
  eventType: 'licence.issued',
  ...changes,
});
const defined = (version: number, schema = '{}'): FeedEvent => ({
  type: 'FeedTypeDefined',
  data: { ...definition, type: 'licence.issued', version, schema },
});
const retired: FeedEvent = {
  type: 'FeedSourceRetired',
  data: { feed: 'licensing', reason: 'replaced' },
};

describe('a source', () => {
  it('is registered once with the subject that alone may report', () => {
    given().when(register()).then(registered);
    given(registered).when(register()).refused('feed.already-registered');
    given()
      .when(register({ feed: 'Licensing' }))
      .refused('feed.invalid-identifier');
    given()
      .when(register({ subject: ' ' }))
      .refused('feed.blank-text');
    given()
      .when(register({ regionRegistered: false }))
      .refused('feed.region-unknown');
  });

  it('has its types defined version by version, each of which changes something', () => {
    given().when(define()).refused('feed.feed-unknown');
    given(registered).when(define()).then(defined(1));
    given(registered, defined(1)).when(define()).refused('feed.nothing-changes');
    given(registered, defined(1))
      .when(define({ schema: '{"type":"object"}' }))
      .then(defined(2, '{"type":"object"}'));
  });

  it('is retired for good', () => {
    const retiring = {
      type: 'RetireFeedSource',
      ...context,
      feed: 'licensing',
      reason: 'replaced',
    } as const;
    given(registered).when(retiring).then(retired);
    given(registered, retired).when(retiring).refused('feed.retired');
    given(registered, retired).when(define()).refused('feed.retired');
    given(registered)
      .when({ ...retiring, reason: '' })
      .refused('feed.blank-text');
  });
});

describe('a mapping', () => {
  const field = mapping.fields[0]!;
  const withFields = (...fields: Partial<typeof field>[]): FeedMapping => ({
    ...mapping,
    fields: fields.map((one) => ({ ...field, ...one })),
  });

  it.each<[string, FeedMapping]>([
    ['a name twice', withFields({}, {})],
    ['a name that is none', withFields({ name: '__proto__' })],
    ['neither place nor value', withFields({ from: null })],
    ['both place and value', withFields({ value: 'x' })],
    ['what is no JSON pointer', withFields({ from: 'data/days' })],
    [
      'evidence without its sub-indicator',
      { ...withFields({ name: 'document' }), target: 'evidence' },
    ],
    ['a milestone without its plan', { ...withFields({ name: 'item' }), target: 'milestone' }],
  ])('is refused with %s', (_, wrong) => {
    given(registered)
      .when(define({ mapping: wrong }))
      .refused('feed.invalid-mapping');
  });

  const event = { data: { days: 7, 'a/b': { '~': 'deep' }, at: '2024-05-06T23:30:00+07:00' } };
  const read = (from: string, as: typeof field.as, optional = false) =>
    mappedFrom(withFields({ from, as, optional }), event);
  const fits = (value: string) => ({ kind: 'fits', values: [{ name: 'days', value }] });

  it('takes a value from its place, in its form and as text', () => {
    expect(read('/data/days', 'integer')).toEqual(fits('7'));
    expect(read('/data/a~1b/~0', 'text')).toEqual(fits('deep'));
    expect(read('/data/at', 'day')).toEqual(fits('2024-05-06'));
    expect(read('/data/days', 'decimal')).toEqual(fits('7'));
    expect(mappedFrom(withFields({ from: null, value: 'x', as: 'text' }), event)).toEqual(
      fits('x'),
    );
  });

  it('is unfit where the event has no such thing, unless that is allowed', () => {
    expect(read('/data/none', 'text').kind).toBe('unfit');
    expect(read('/data/constructor', 'text').kind).toBe('unfit');
    expect(read('/data/a~1b', 'text').kind).toBe('unfit');
    expect(read('/data/at', 'integer').kind).toBe('unfit');
    expect(read('/data/days', 'day').kind).toBe('unfit');
    expect(read('/data/none', 'text', true)).toEqual({ kind: 'fits', values: [] });
  });
});

describe('an event of a source', () => {
  const outcome = { kind: 'fact', region: '36.74', on: null, values: [] } as const;
  const fitting: FeedVerdict = { kind: 'fits', version: 1, outcome };
  const unfit = { code: 'schema', detail: '/days must be integer' } as const;
  const failing: FeedVerdict = { kind: 'unfit', version: 1, unfit };
  const content = {
    ...{ feed: 'licensing', id: '17' },
    ...{ content: '{}', contentSha256: '0'.repeat(64) },
  };
  const receive = (verdict: FeedVerdict): ReceiveFeedEvent => ({
    type: 'ReceiveFeedEvent',
    ...context,
    ...content,
    eventType: 'licence.issued',
    verdict,
  });
  const replay = (verdict: FeedVerdict) =>
    ({ type: 'ReplayFeedEvent', ...context, verdict }) as const;
  const received = { ...content, type: 'licence.issued', version: 1 };
  const quarantined: ReceivedFeedEvent = {
    type: 'FeedEventQuarantined',
    data: { ...received, unfit },
  };
  const taken: ReceivedFeedEvent = { type: 'FeedEventAccepted', data: { ...received, outcome } };
  const replayed: ReceivedFeedEvent = {
    type: 'FeedEventReplayed',
    data: {
      ...{ feed: 'licensing', id: '17', type: 'licence.issued', version: 2 },
      ...{ outcome, replayedBy: 'simral' },
    },
  };

  it('is taken in or quarantined, once', () => {
    givenEvent().when(receive(fitting)).then(taken);
    givenEvent().when(receive(failing)).then(quarantined);
    givenEvent(taken).when(receive(fitting)).refused('feed.already-received');
    givenEvent(quarantined).when(receive(fitting)).refused('feed.already-received');
  });

  it('is replayed from quarantine once it fits', () => {
    const mended: FeedVerdict = { ...fitting, version: 2 };
    givenEvent(quarantined).when(replay(mended)).then(replayed);
    givenEvent(quarantined).when(replay(failing)).refused('feed.still-unfit');
    givenEvent(quarantined, replayed).when(replay(mended)).refused('feed.not-quarantined');
    givenEvent(taken).when(replay(mended)).refused('feed.not-quarantined');
    givenEvent().when(replay(mended)).refused('feed.event-unknown');
  });
});
