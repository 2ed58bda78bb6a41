import { CorruptStreamError } from '../corrupt-stream';
import { givenFor } from '../testing/given';
import { isSkipped, type ParkedEventSkipped, projection, type SkipParkedEvent, skipOf } from '.';

const given = givenFor(projection);
const context = {
  actor: { kind: 'person', id: 'rina@kominfo' },
  at: '2026-03-01T02:00:00.000Z',
} as const;

const event: ParkedEventSkipped['data']['event'] = {
  id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
  stream: 'pact-serang-2025',
  revision: '3',
  type: 'PactSigned',
  position: '48211/48190',
};
const left: ParkedEventSkipped['data'] = {
  view: 'pact-register',
  kind: 'document',
  key: 'serang-2025',
  event,
  reason: 'Signed twice by a fault of the importer; see ticket 12.',
  skippedBy: 'rina@kominfo',
};
type Given = Omit<ParkedEventSkipped['data'], 'skippedBy'>;

const skip = (change: Partial<Given> = {}): SkipParkedEvent => {
  const { view, kind, key, reason } = left;
  return { type: 'SkipParkedEvent', ...context, view, kind, key, event, reason, ...change };
};
const skipped = (change: Partial<Given> = {}): ParkedEventSkipped => ({
  type: 'ParkedEventSkipped',
  data: { ...left, ...change },
});

describe('a parked event', () => {
  it('is left out of a document once, by whoever answers for it', () => {
    given().when(skip()).then(skipped());
    given(skipped()).when(skip()).refused('projection.already-skipped');
    given(skipped())
      .when(skip({ reason: 'Another reason, given later.' }))
      .refused('projection.already-skipped');
  });

  it('is left out of every document for itself', () => {
    const other = { key: 'serang-2026' };
    given(skipped()).when(skip(other)).then(skipped(other));
  });

  it('is another one where its id is another', () => {
    const other = { event: { ...event, id: '4f7a1f0e-7a68-5c7e-8f65-0f5b1d6c9b20' } };
    given(skipped()).when(skip(other)).then(skipped(other));
  });

  it('is left out of a row or a stream as well as of a document of the same name', () => {
    const row = { kind: 'event', key: event.stream } as const;
    const stream = { kind: 'stream', key: event.stream } as const;
    given().when(skip(row)).then(skipped(row));
    given(skipped(row)).when(skip(stream)).then(skipped(stream));
    given(skipped(row), skipped(stream)).when(skip(stream)).refused('projection.already-skipped');
  });

  it('stops the stream it stands in and no other', () => {
    given()
      .when(skip({ kind: 'stream', key: 'pact-cilegon' }))
      .refused('projection.invalid-key');
  });

  it('is left out for a reason of 10 to 1,000 characters, blanks around not counted', () => {
    for (const reason of ['', ' '.repeat(40), 'too short', '  too short  ', 'x'.repeat(1_001)]) {
      given().when(skip({ reason })).refused('projection.invalid-reason');
    }
    for (const reason of ['ten chars.', 'x'.repeat(1_000), '\u{1F4DC}'.repeat(1_000)]) {
      given().when(skip({ reason })).then(skipped({ reason }));
    }
    given()
      .when(skip({ reason: '  Duplicate of event 2.\n' }))
      .then(skipped({ reason: 'Duplicate of event 2.' }));
  });

  it.each(['', 'Ranking', 'a.b', '-x', 'x y', 'x/y', 'x'.repeat(61)])(
    'is not left out of a view named %j',
    (view) => {
      given().when(skip({ view })).refused('projection.invalid-view');
    },
  );

  it.each(['ranking', 'pact-register', '5', 'x'.repeat(60)])('is left out of %s', (view) => {
    given().when(skip({ view })).then(skipped({ view }));
  });

  it('is named by id, stream, revision, type and position', () => {
    const refusedWith = (change: Partial<typeof event>, code: string) => {
      given()
        .when(skip({ event: { ...event, ...change } }))
        .refused(code);
    };
    for (const id of ['', 'x', event.id.toUpperCase(), `${event.id}0`]) {
      refusedWith({ id }, 'projection.invalid-event-id');
    }
    for (const revision of ['', '-1', '+1', '01', '1.0', '1e3', '18446744073709551616']) {
      refusedWith({ revision }, 'projection.invalid-revision');
    }
    for (const position of ['', '1', '1/', '1/-1', '1/2/3', '01/1', '1/18446744073709551616']) {
      refusedWith({ position }, 'projection.invalid-position');
    }
    refusedWith({ stream: ' ' }, 'projection.blank-text');
    refusedWith({ type: '' }, 'projection.blank-text');
    given()
      .when(skip({ key: ' ' }))
      .refused('projection.blank-text');
  });

  it('may stand at the last place the store can count to', () => {
    const last = String(2n ** 64n - 1n);
    const far = { event: { ...event, revision: last, position: `${last}/${last}` } };
    given().when(skip(far)).then(skipped(far));
  });
});

describe('the decisions about a view', () => {
  it('can be asked for one of them', () => {
    const state = projection.evolve(projection.initialState(), skipped());
    expect(isSkipped(state, skipOf(left))).toBe(true);
    expect(isSkipped(state, { ...skipOf(left), kind: 'event' })).toBe(false);
    expect(isSkipped(projection.initialState(), skipOf(left))).toBe(false);
  });

  it('are not mixed with those about another view', () => {
    const state = projection.evolve(projection.initialState(), skipped());
    expect(() => projection.evolve(state, skipped({ view: 'ranking' }))).toThrow(
      CorruptStreamError,
    );
  });
});
