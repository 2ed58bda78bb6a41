import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { RowList } from '../reading/row-list';
import type { missingIndexes } from './list-indexes';

export type IndexedList = Parameters<typeof missingIndexes>[0] & { readonly path: string };
export type DeclaredList = IndexedList | RowList<object>;

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isIndexed = (value: unknown): value is IndexedList =>
  isThing(value) && 'view' in value && 'filters' in value;

const isRowList = (value: unknown): value is RowList<object> =>
  isThing(value) && 'narrowedBy' in value;

const folder = join(__dirname, '..');
const exported = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.list.ts'))
  .flatMap((file) =>
    Object.values(jest.requireActual<Readonly<Record<string, unknown>>>(join(folder, file))),
  );

/** Every list of the query API, whatever folder it is declared in. */
export const declaredLists: readonly DeclaredList[] = exported.filter(
  (value) => isIndexed(value) || isRowList(value),
);
