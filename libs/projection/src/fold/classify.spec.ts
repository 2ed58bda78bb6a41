import { createParkedKeys } from '../parking/parked-keys';
import type { ParkedRecord } from '../storage/parked';
import { at, logged, published, signed, unreadable } from '../testing/recorded';
import { register, signatures, tally } from '../testing/views';
import { classify, type Concerns } from './classify';
import { referenceOf } from './log-message';

const everybody: Concerns = () => true;
const nobody: Concerns = () => false;
const nothingParked = createParkedKeys([]);

const parkedAt = (kind: ParkedRecord['kind'], key: string, place: number) =>
  createParkedKeys([
    {
      kind,
      key,
      event: referenceOf(logged(signed(place, 'x'))),
      error: 'no',
      attempts: 1,
      firstFailedAt: '',
      lastFailedAt: '',
    },
  ]);

describe('Classifying a page', () => {
  it('finds the documents that each event touches, each once', () => {
    const page = [logged(signed(1, 'x')), logged(published(2)), logged(signed(3, 'x'))];
    const { touches, careAt } = classify(tally, nothingParked, everybody, page);
    expect(touches.map(({ index, id }) => [index, id])).toEqual([
      [0, 'all'],
      [0, 'of x'],
      [2, 'all'],
      [2, 'of x'],
    ]);
    expect(careAt).toBeNull();
  });

  it('makes rows at the place of their events', () => {
    const { rows, touches } = classify(signatures, nothingParked, everybody, [
      logged(signed(1, 'x')),
    ]);
    expect(touches).toEqual([]);
    expect(rows).toMatchObject([{ _id: signed(1, 'x').id, pact: 'x' }]);
  });

  it('stops before an event that nobody can read, if it concerns the view', () => {
    const page = [logged(signed(1, 'x')), unreadable(2, 'PactSigned'), logged(signed(3, 'x'))];
    expect(classify(register, nothingParked, everybody, page)).toMatchObject({
      careAt: 1,
      touches: [{ index: 0 }],
    });
    expect(classify(register, nothingParked, nobody, page)).toMatchObject({
      careAt: null,
      touches: [{ index: 0 }, { index: 2 }],
    });
  });

  it('stops before an event for which the view cannot say what it touches', () => {
    const lost = {
      ...register,
      idsOf: () => {
        throw new Error('no idea');
      },
    };
    const page = [logged(published(1)), logged(signed(2, 'x'))];
    expect(classify(lost, nothingParked, everybody, page).careAt).toBe(1);
  });

  it('queues what comes behind a parked event of the same document, and only that', () => {
    const page = [1, 2, 3].map((place) => logged(signed(place, 'x')));
    const parked = parkedAt('document', 'x', 2);
    const { touches, queued } = classify(register, parked, everybody, [
      ...page,
      logged(signed(4, 'y')),
    ]);
    // The parked event itself is where it is; what came before it is folded as always.
    expect(touches.map(({ index }) => index)).toEqual([0, 3]);
    expect(queued).toMatchObject([{ key: 'x', event: { position: at(3) } }]);
  });

  it('leaves alone what belongs to a parked stream', () => {
    const parked = parkedAt('stream', 'pact-x', 1);
    const page = [logged(signed(2, 'x')), logged(signed(3, 'y'))];
    const { touches, queued } = classify(register, parked, everybody, page);
    expect(touches.map(({ id }) => id)).toEqual(['y']);
    expect(queued).toEqual([]);
  });
});
