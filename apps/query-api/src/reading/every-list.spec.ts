import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { missingIndexes } from '../testing/list-indexes';

type Indexed = Parameters<typeof missingIndexes>[0];

const isList = (value: unknown): value is Indexed & { readonly path: string } =>
  typeof value === 'object' && value !== null && 'view' in value && 'filters' in value;

const folder = join(__dirname, '..');
const lists = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.list.ts'))
  .flatMap((file) =>
    Object.values(jest.requireActual<Readonly<Record<string, unknown>>>(join(folder, file))),
  )
  .filter(isList);

it('every list there is has an index for each of its filters in each of its orders', () => {
  expect(lists.length).toBeGreaterThan(25);
  expect(lists.flatMap(missingIndexes)).toEqual([]);
});
