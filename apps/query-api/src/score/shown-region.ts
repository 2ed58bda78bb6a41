import { levelByCode, type DirectoryRegion, type ShownRegion } from '@jejak/views';

/** A region as it is shown: by its code alone while nobody has registered it. */
export function shownRegion(code: string, registered: DirectoryRegion | undefined): ShownRegion {
  return { code, name: registered?.name ?? null, level: registered?.level ?? levelByCode(code) };
}
