import type { Refusal } from '../decider';
import type { RegisteredRegion } from '../region/state';
import { tenureOn } from '../region/state';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import type { UnitKind } from './events';
import { spellOn } from './history';
import type { Unit } from './state';

const district = /^\d{2}\.\d{2}\.\d{2}$/;
const village = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

/**
 * First of the last four digits by kind. Source: codes of the Ministry of Home Affairs (Kepmendagri
 * 300.2.2-2138/2025 and before), as explained by github.com/cahyadsn/wilayah.
 */
const villageDigit: Partial<Record<UnitKind, string>> = {
  'urban-village': '1',
  village: '2',
  'customary-village': '3',
};

export const isVillage = (kind: UnitKind): boolean => villageDigit[kind] !== undefined;

/** Whether the code has the form a unit of the kind has; offices and service areas have no code. */
function hasForm(kind: UnitKind, code: string): boolean {
  if (kind === 'district') return district.test(code);
  return village.test(code) && code[9] === villageDigit[kind];
}

/** A code belongs to the kind and lies in its district, or in its region where that has none. */
export function codeMustFit(
  { kind, code }: { readonly kind: UnitKind; readonly code: string | null },
  parent: Unit | undefined,
  { tenures }: RegisteredRegion,
  day: CalendarDate | null,
): Refusal | null {
  if (code === null) return null;
  if (!hasForm(kind, code)) {
    return refusal(
      'unit.invalid-code',
      `"${code}" is not the code of a unit of the kind ${kind}`,
      'Use NN.NN.NN for a district, NN.NN.NN.DNNN for a village (D: 1 kelurahan, 2 desa, 3 desa adat), null for others.',
      'code',
    );
  }
  const region = tenureOn(tenures, day)?.code ?? '';
  const above = (parent && spellOn(parent.codes, day ?? '9999-12-31'))?.value ?? region;
  return code.startsWith(`${above}.`)
    ? null
    : refusal(
        'unit.code-elsewhere',
        `${code} does not lie in ${above === '' ? 'a region that has no code on that day' : above}`,
        'Correct the code, or the unit it belongs to.',
        'code',
      );
}
