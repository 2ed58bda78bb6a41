import fc from 'fast-check';

import { successionOf } from './area-succession';

const areas = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('The areas of a year in the next', () => {
  it('go on under their identifier, are split or merged word by word, end or begin', () => {
    const mcp2023 = areas('planning-and-budgeting', 'procurement', 'licensing', 'local-tax');
    const mcp2024 = areas('planning', 'budgeting', 'procurement', 'public-services', 'local-tax');
    const forwards = successionOf(mcp2023, mcp2024);
    expect(idsOf(forwards.continued)).toEqual(['procurement', 'local-tax']);
    expect(forwards.split).toMatchObject([
      { from: { id: 'planning-and-budgeting' }, into: [{ id: 'planning' }, { id: 'budgeting' }] },
    ]);
    expect(idsOf(forwards.disappeared)).toEqual(['licensing']);
    expect(idsOf(forwards.appeared)).toEqual(['public-services']);
    const backwards = successionOf(mcp2024, mcp2023);
    expect(backwards.merged).toMatchObject([{ into: { id: 'planning-and-budgeting' } }]);
  });

  it('are not said to go on where only some of the words do', () => {
    const renamed = successionOf(areas('one-stop-licensing'), areas('licensing'));
    expect([idsOf(renamed.disappeared), idsOf(renamed.appeared)]).toEqual([
      ['one-stop-licensing'],
      ['licensing'],
    ]);
  });

  it('are all accounted for, and no others', () => {
    const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    const ids = fc.uniqueArray(
      words.map((all) => all.join('-')),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { continued, split, merged, disappeared, appeared } = successionOf(
          areas(...before),
          areas(...after),
        );
        const ended = new Set(
          idsOf([
            ...continued,
            ...disappeared,
            ...split.map(({ from }) => from),
            ...merged.flatMap(({ from }) => from),
          ]),
        );
        const begun = new Set(
          idsOf([
            ...continued,
            ...appeared,
            ...split.flatMap(({ into }) => into),
            ...merged.map(({ into }) => into),
          ]),
        );
        expect([...ended].sort()).toEqual([...before].sort());
        expect([...begun].sort()).toEqual([...after].sort());
      }),
    );
  });
});
