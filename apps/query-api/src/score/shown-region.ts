import { levelByCode, type RegionCodesDocument, type ShownRegion } from '@jejak/views';

/** A region as it is shown, under the last code it had: by its id alone while nobody registered it. */
export function shownRegion(id: string, registered: RegionCodesDocument | null): ShownRegion {
  const code = registered?.codes.at(-1)?.code ?? id;
  return { code, name: registered?.name ?? null, level: registered?.level ?? levelByCode(id) };
}
