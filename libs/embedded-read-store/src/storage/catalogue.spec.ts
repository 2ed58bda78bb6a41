import { Catalogue } from './catalogue';
import { type Entries } from './environment';

/** Nothing but a catalogue. */
const holding = (stored: object): Entries => ({
  get: () => Buffer.from(JSON.stringify(stored)),
  count: () => 1,
  some: () => [],
  *scan() {
    // Nothing but a catalogue.
  },
});

it('A catalogue of another release is refused, and the folder to remove is named', () => {
  const open = () =>
    new Catalogue(holding({ format: 1, nextId: 1, collections: [], garbage: [] }), '/data/views');
  try {
    open();
  } catch (error) {
    expect(error).toMatchObject({ code: 'format-unknown' });
  }
  expect(open).toThrow(/\/data\/views .*remove that folder/);
});
