import type { FrameworkContent } from '@jejak/domain/framework';
import { frameworkSha256 } from '@jejak/event-store';

import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import { generatedBy, sampleInstrument, type YearSettings } from './settings';

/** The areas the national instrument had in 2024 and 2025 (sriwijayaplus.com, camkohatv.id). */
const areaNames = [
  ['perencanaan', 'Perencanaan'],
  ['penganggaran', 'Penganggaran'],
  ['pbj', 'Pengadaan Barang dan Jasa'],
  ['pelayanan', 'Pelayanan Publik'],
  ['apip', 'Pengawasan APIP'],
  ['asn', 'Manajemen ASN'],
  ['bmd', 'Pengelolaan BMD'],
  ['pajak', 'Optimalisasi Pajak Daerah'],
] as const;

export interface SampleDocument {
  readonly id: string;
  readonly title: string;
  readonly points: number;
}

export interface SampleSubIndicator {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly SampleDocument[];
}

export interface SampleIndicator {
  readonly id: string;
  readonly name: string;
  readonly subIndicators: readonly SampleSubIndicator[];
}

export interface SampleArea {
  readonly id: string;
  readonly name: string;
  readonly indicators: readonly SampleIndicator[];
}

const subIndicatorsPerIndicator = 5;

/** `count` shared out over `places`, as evenly as whole numbers can. */
const shareOf = (count: number, places: number, place: number): number =>
  Math.floor(((place + 1) * count) / places) - Math.floor((place * count) / places);

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** Points of the documents of one sub-indicator; 100 together. */
const documentsOf = (subIndicator: string, count: number): readonly SampleDocument[] =>
  range(count).map((at) => ({
    id: `d${at + 1}`,
    title: `Dokumen contoh ${subIndicator} nomor ${at + 1}`,
    points: shareOf(100, count, at),
  }));

/** Areas, indicators and sub-indicators in the numbers of the real thing, with names of nobody's. */
export function sampleAreas({ subIndicators, documents }: YearSettings): readonly SampleArea[] {
  let place = 0;
  return areaNames.map(([id, name], at) => {
    const inArea = shareOf(subIndicators, areaNames.length, at);
    const indicators = Math.max(1, Math.ceil(inArea / subIndicatorsPerIndicator));
    return {
      id,
      name: `${name} (contoh)`,
      indicators: range(indicators).map((number) => {
        const indicator = `${id}.${number + 1}`;
        return {
          id: indicator,
          name: `Indikator contoh ${indicator}`,
          subIndicators: range(shareOf(inArea, indicators, number)).map((last) => {
            const subIndicator = `${indicator}.${last + 1}`;
            const count = Math.max(1, shareOf(documents, subIndicators, place));
            place += 1;
            return {
              id: subIndicator,
              name: `Sub-indikator contoh ${subIndicator}`,
              documents: documentsOf(subIndicator, count),
            };
          }),
        };
      }),
    };
  });
}

/** End of the uploads: 30 November, as in 2025 (malukuutara.disway.id, 2025-10). */
export const closingOf = ({ year }: Pick<YearSettings, 'year'>): string =>
  `${year}-11-30T16:59:59.999Z`;

const bands = [
  { id: 'red', from: '0', to: '25' },
  { id: 'yellow', from: '25', to: '50' },
  { id: 'blue', from: '50', to: '75' },
  { id: 'green', from: '75', to: '100' },
];

const path = ({ year }: YearSettings, what: string): string =>
  `/v1/frameworks/${sampleInstrument}/${year}/${what}`;

const frameworkContent = (settings: YearSettings): FrameworkContent => ({
  title: `Kerangka contoh ${settings.year}: generated, not the list of KPK`,
  effectiveFrom: `${settings.year}-01-01`,
  scale: { minimum: '0', maximum: '100' },
  decimalPlaces: 2,
  areas: sampleAreas(settings).map(({ indicators, ...area }) => ({
    ...area,
    weight: '1',
    appliesTo: ['regency', 'city'],
    indicators: indicators.map(({ subIndicators, ...indicator }) => ({
      ...indicator,
      weight: '1',
      appliesTo: null,
      subIndicators: subIndicators.map(({ documents, ...subIndicator }) => ({
        ...subIndicator,
        weight: '1',
        appliesTo: null,
        maximumPoints: '100',
        documents: documents.map((one) => ({ ...one, points: String(one.points) })),
      })),
    })),
  })),
  weightsBasis: 'assumed-equal',
  bands,
  closesAt: closingOf(settings),
  legalBasis: 'none: an example',
  source: generatedBy(settings),
});

export const frameworkDraft = (settings: YearSettings): ClientCommand =>
  command(path(settings, 'draft'), { ...frameworkContent(settings) });

export const frameworkPublication = (settings: YearSettings): ClientCommand => {
  const content = frameworkContent(settings);
  const { year } = settings;
  const contentSha256 = frameworkSha256({ instrument: sampleInstrument, year, content });
  return command(path(settings, 'publish'), { version: 1, contentSha256 }, 'verifier');
};
