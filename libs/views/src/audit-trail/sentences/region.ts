import type { RegionCodeReserved, RegionRecoded } from '@jejak/domain/region/events';

export const regionSentences = {
  RegionCodeReserved: ({ code, region, validFrom }: RegionCodeReserved['data']) =>
    `The code ${code} was kept for region ${region} from ${validFrom} on`,
  RegionRecoded: ({ name, previous, code, validFrom, legalBasis }: RegionRecoded['data']) =>
    `${name} changed its code from ${previous} to ${code} on ${validFrom} by ${legalBasis}`,
};
