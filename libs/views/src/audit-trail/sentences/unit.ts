import type {
  UnitClosed,
  UnitRecoded,
  UnitRegistered,
  UnitRenamed,
  UnitsMerged,
} from '@jejak/domain/unit/events';

export const unitSentences = {
  UnitRegistered: ({ region, name, unit, kind }: UnitRegistered['data']) =>
    `${name} (${unit}) of ${region} was registered as a unit of the kind ${kind}`,
  UnitRenamed: ({ region, unit, previous, name, validFrom, legalBasis }: UnitRenamed['data']) =>
    `${previous} (${unit}) of ${region} was renamed ${name} on ${validFrom} by ${legalBasis}`,
  UnitRecoded: ({ region, unit, previous, code, validFrom, legalBasis }: UnitRecoded['data']) =>
    `${unit} of ${region} changed its code from ${previous ?? 'none'} to ${code} on ${validFrom} by ${legalBasis}`,
  UnitsMerged: ({ region, units, into, validFrom, legalBasis }: UnitsMerged['data']) =>
    `${units.join(', ')} of ${region} went into ${into} on ${validFrom} by ${legalBasis}`,
  UnitClosed: ({ region, unit, validFrom, legalBasis }: UnitClosed['data']) =>
    `${unit} of ${region} was closed on ${validFrom} by ${legalBasis}`,
};
