import { pactStream, unitsStream } from '@jejak/domain';
import { pact } from '@jejak/domain/pact';
import { units } from '@jejak/domain/unit';
import { type Ledger } from '@jejak/event-store';
import { ApiProperty } from '@nestjs/swagger';

import { regionWithId } from './region';

/**
 * What was recorded names something that is not on record. A decree that names an office is a fact
 * before anybody has registered the office, and a successor is often named before it is drafted: so
 * it is told and not refused.
 */
export class Warning {
  @ApiProperty({ example: 'reference.unit-unregistered' })
  code!: 'reference.unit-unregistered' | 'reference.region-unregistered' | 'reference.pact-unknown';

  @ApiProperty({ example: 'unit' })
  field!: string;

  @ApiProperty({ example: '36.73 has no unit bapendda.' })
  detail!: string;

  @ApiProperty({ example: 'Register the unit, or correct its identifier.' })
  fix!: string;
}

/** Whether the region's register has the unit, still or once. */
export async function hasUnit(ledger: Ledger, region: string, unit: string): Promise<boolean> {
  const isThere = (state: { readonly units: readonly { readonly unit: string }[] }): boolean =>
    state.units.some((one) => one.unit === unit);
  return isThere(await ledger.refer(units, unitsStream(region), isThere));
}

export const ofUnit = async (ledger: Ledger, region: string, unit: string): Promise<Warning[]> =>
  (await hasUnit(ledger, region, unit))
    ? []
    : [
        {
          code: 'reference.unit-unregistered',
          field: 'unit',
          detail: `${region} has no unit ${unit}.`,
          fix: 'Register the unit, or correct its identifier.',
        },
      ];

/** Nothing where no region is named; `field` is where it is. */
export const ofRegion = async (
  ledger: Ledger,
  region: string | null | undefined,
  field = 'region',
): Promise<Warning[]> =>
  region === null || region === undefined || (await regionWithId(ledger, region)) !== null
    ? []
    : [
        {
          code: 'reference.region-unregistered',
          field,
          detail: `No region is registered as ${region}.`,
          fix: 'Register the region, or correct its code.',
        },
      ];

/** As `ofRegion`, for each of a list of things that name one. */
export async function ofRegions(
  ledger: Ledger,
  list: string,
  named: readonly { readonly region: string }[],
): Promise<Warning[]> {
  const warnings = named.map(({ region }, index) =>
    ofRegion(ledger, region, `${list}[${index}].region`),
  );
  return (await Promise.all(warnings)).flat();
}

/** Nothing where no successor is named. */
export async function ofSuccessor(
  ledger: Ledger,
  successor: string | null | undefined,
): Promise<Warning[]> {
  if (successor === null || successor === undefined) return [];
  const { status } = await ledger.refer(
    pact,
    pactStream(successor),
    (state) => state.status !== 'undrafted',
  );
  if (status !== 'undrafted') return [];
  return [
    {
      code: 'reference.pact-unknown',
      field: 'successor',
      detail: `No pact was drafted as ${successor}.`,
      fix: 'Draft it under this identifier.',
    },
  ];
}
