import fc from 'fast-check';

import { planBatch, touchesOf } from './plan-batch';
import type { StoredDocument } from '../view/stored-document';
import { at, published, signed, superseded, type Recorded } from '../testing/recorded';
import { brittleView, registerView, tallyView } from '../testing/views';

const none = new Map<string, StoredDocument>();
const document = (id: string, place: number, fields: object): Map<string, StoredDocument> =>
  new Map([[id, { _id: id, position: at(place), ...fields }]]);

const planRegister = (loaded: ReadonlyMap<string, StoredDocument>, ...events: Recorded[]) =>
  planBatch(registerView, loaded, touchesOf(registerView, events).touched);

describe('A batch is planned', () => {
  it('as one insert for a document that is not there, however many events touch it', () => {
    const plan = planRegister(none, signed(1, 'x', 'a'), signed(2, 'x', 'b'));
    const stored = { _id: 'x', position: at(2), count: 2, names: ['a', 'b'] };
    expect(plan).toEqual({ operations: [{ kind: 'insert', document: stored }], failure: null });
  });

  it('as one replacement guarded by the position the document was loaded at', () => {
    const loaded = document('x', 1, { count: 1, names: ['a'] });
    const { operations } = planRegister(loaded, signed(2, 'x', 'b'), signed(3, 'x', 'c'));
    const stored = { _id: 'x', position: at(3), count: 3, names: ['a', 'b', 'c'] };
    expect(operations).toEqual([{ kind: 'replace', loadedAt: at(1), document: stored }]);
  });

  it('without events that the document already contains', () => {
    const loaded = document('x', 2, { count: 2, names: ['a', 'b'] });
    expect(planRegister(loaded, signed(1, 'x'), signed(2, 'x')).operations).toEqual([]);
  });

  it('by prepare where commits are equal', () => {
    const loaded = document('x', 2, { count: 1, names: ['a'] });
    const later = { ...signed(2, 'x', 'b'), position: { commit: 2n, prepare: 3n } };
    expect(planRegister(loaded, signed(2, 'x'), later).operations).toMatchObject([
      { document: { count: 2, names: ['a', 'b'] } },
    ]);
  });

  it('with a tombstone for a deleted document, and none for one that never was', () => {
    const loaded = document('x', 1, { count: 1, names: ['a'] });
    expect(planRegister(loaded, superseded(2, 'x')).operations).toEqual([
      {
        kind: 'replace',
        loadedAt: at(1),
        document: { _id: 'x', position: at(2), _deleted: true },
      },
    ]);
    expect(planRegister(none, signed(1, 'x'), superseded(2, 'x')).operations).toEqual([]);
  });

  it('from nothing where a tombstone stands, and not for events before it', () => {
    const loaded = document('x', 5, { _deleted: true });
    expect(planRegister(loaded, signed(4, 'x')).operations).toEqual([]);
    expect(planRegister(loaded, signed(6, 'x', 'z')).operations).toEqual([
      {
        kind: 'replace',
        loadedAt: at(5),
        document: { _id: 'x', position: at(6), count: 1, names: ['z'] },
      },
    ]);
  });

  it('once for a document that an event names twice', () => {
    const { touched } = touchesOf(tallyView, [signed(1, 'x')]);
    expect(touched[0]?.ids).toEqual(['all', 'of x']);
  });

  it('without events of types the view does not name', () => {
    expect(touchesOf(registerView, [published(1)]).touched).toEqual([]);
  });

  it('up to an event that cannot be folded, which is named', () => {
    const events = [signed(1, 'x'), signed(2, 'y', 'poison'), signed(3, 'z')];
    const plan = planBatch(brittleView, none, touchesOf(brittleView, events).touched);
    expect(plan.operations.map(({ document: { _id } }) => _id)).toEqual(['x']);
    expect(plan.failure?.place).toEqual({
      stream: 'pact-y',
      revision: 2n,
      position: at(2),
      type: 'PactSigned',
    });
    expect(plan.failure?.message).toContain('nobody signs with poison');
  });

  it('so that an event takes effect on all its documents or on none', () => {
    const half: typeof tallyView = {
      ...tallyView,
      documentsOf: () => ['good', 'bad'],
      apply: (_, __, id) => {
        if (id === 'bad') throw new Error('no');
        return { signatures: 1 };
      },
    };
    const plan = planBatch(half, none, touchesOf(half, [signed(1, 'x')]).touched);
    expect(plan.operations).toEqual([]);
    expect(plan.failure).not.toBeNull();
  });

  it('up to an event whose documents cannot be named', () => {
    const lost: typeof tallyView = {
      ...tallyView,
      documentsOf: ({ position }) => {
        if (position.commit === 2n) throw new Error('which?');
        return ['x'];
      },
    };
    const { touched, failure } = touchesOf(lost, [signed(1, 'x'), signed(2, 'x'), signed(3, 'x')]);
    expect(touched).toHaveLength(1);
    expect(failure?.place.position).toEqual(at(2));
  });

  it('to the same documents when every event is applied twice', () => {
    const events = fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(events, (choices) => {
        const recorded = choices.map(([pact, signs], index) =>
          signs ? signed(index + 1, pact) : superseded(index + 1, pact),
        );
        const twice = recorded.flatMap((event) => [event, event]);
        expect(planRegister(none, ...twice)).toEqual(planRegister(none, ...recorded));
        const { operations } = planRegister(none, ...recorded);
        const after = new Map(operations.map((one) => [one.document._id, one.document]));
        const survivors = recorded.filter(({ event: { data } }) =>
          after.has('pact' in data ? data.pact : ''),
        );
        expect(planRegister(after, ...survivors).operations).toEqual([]);
      }),
    );
  });
});
