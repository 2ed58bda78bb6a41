import { generationToRead, type Generations } from './generation-to-read';

const none: Generations = { live: null, previous: null, next: null };
const build = (version: number, number = 1) => ({ version, build: number });
const filling = (version: number, number = 1): Generations['next'] => ({
  ...build(version, number),
  purpose: 'new-version',
  state: 'filling',
  throttle: null,
  requestedAt: '2026-01-02T00:00:00.000Z',
});
const code = (version: number, readsFrom?: number) => ({
  name: 'ranking',
  version,
  ...(readsFrom === undefined ? {} : { readsFrom }),
});
const reading = (version: number, number: number) => ({
  kind: 'read',
  generation: { name: 'ranking', version, build: number },
});

describe('The generation to read', () => {
  it('is the live one of the version the code knows, whatever its build', () => {
    const entry = { ...none, live: build(2, 7), previous: build(2, 6), next: filling(3, 8) };
    expect(generationToRead(code(2), entry)).toEqual(reading(2, 7));
  });

  it('is the previous one for an older release that still runs', () => {
    const entry = { ...none, live: build(3, 2), previous: build(2, 1) };
    expect(generationToRead(code(2), entry)).toEqual(reading(2, 1));
  });

  it('is an older live one while the new version is built, if the code can read it', () => {
    const entry = { ...none, live: build(2, 4), next: filling(3, 5) };
    expect(generationToRead(code(3, 2), entry)).toEqual(reading(2, 4));
    expect(generationToRead(code(4, 3), entry)).toEqual({ kind: 'being-built', next: null });
  });

  it('is none while the version is being built and the older cannot be read', () => {
    const entry = { ...none, live: build(2, 4), next: filling(3, 5) };
    expect(generationToRead(code(3), entry)).toEqual({
      kind: 'being-built',
      next: { name: 'ranking', version: 3, build: 5 },
    });
  });

  it('is none for code older than whatever is left', () => {
    const entry = { ...none, live: build(3, 5), previous: build(2, 4), next: filling(4, 6) };
    expect(generationToRead(code(1, 1), entry)).toEqual({ kind: 'being-built', next: null });
  });

  it('is the first, empty one of a view that was never projected', () => {
    const { generation } = reading(2, 1);
    expect(generationToRead(code(2), none)).toEqual({ kind: 'empty', generation });
  });

  it('is the first where there is no catalogue yet', () => {
    expect(generationToRead(code(2), null)).toEqual(reading(2, 1));
  });
});
