import type { PolicyInForce } from '../policy/state';
import type { ZonePrerequisites } from '../zone/policy/prerequisites';
import type { Indicator, SheetArea, Threshold, ZoneSheet } from '../zone/policy/sheet';
import type { ZoneWindows } from '../zone/policy/window';

/** Names, weights and halves of PermenPAN-RB 90/2021; the questions are samples of every scale. */
const levers = [
  ['change', '8', '4'],
  ['process', '7', '3.5'],
  ['people', '10', '5'],
  ['accountability', '10', '5'],
  ['supervision', '15', '7.5'],
  ['service-quality', '10', '5'],
] as const;

const question = (id: string, scale: string) => ({ id, text: `Sample question ${id}`, scale });

const half = (area: string, of: 'fulfilment' | 'reform', weight: string): Indicator => ({
  id: `${area}.${of}`,
  name: `${area} (${of})`,
  half: of,
  weight,
  questions: [question(`${area}.${of}.1`, 'share')],
});

const single = (id: string, weight: string, scale: string): Indicator => ({
  id,
  name: id,
  half: null,
  weight,
  questions: [question(`${id}.1`, scale)],
});

const leverArea = ([id, weight, halfWeight]: (typeof levers)[number]): SheetArea => ({
  id,
  name: `Area ${id}`,
  weight,
  indicators: [half(id, 'fulfilment', halfWeight), half(id, 'reform', halfWeight)],
});

const threshold = (
  id: string,
  minimum: string,
  of: Threshold['of'],
  part: string | null = null,
): Threshold => ({ id, name: `Sample threshold ${id}`, of, part, minimum });

const thresholds = (
  [total, levelled, clean, survey, performance, service]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
  areas: readonly string[],
): Threshold[] => [
  threshold('total', total, 'total'),
  threshold('levers', levelled, 'levers'),
  ...levers.map(([id], index) => threshold(id, areas[index] ?? '0', 'area', id)),
  threshold('clean', clean, 'area', 'clean'),
  threshold('clean.survey', survey, 'indicator', 'clean.survey'),
  threshold('clean.performance', performance, 'indicator', 'clean.performance'),
  threshold('service', service, 'area', 'service'),
];

export const sampleSheet: ZoneSheet = {
  scales: [
    { id: 'yes-no', kind: 'choice', options: shares(['Ya', '1'], ['Tidak', '0']) },
    {
      id: 'a-d',
      kind: 'choice',
      options: shares(['A', '1'], ['B', '0.67'], ['C', '0.33'], ['D', '0']),
    },
    { id: 'share', kind: 'share', whenNothingIsDue: '1' },
    { id: 'reduction', kind: 'reduction', whenNothingWasBefore: '1' },
    { id: 'survey-index', kind: 'index', minimum: '1', maximum: '4' },
  ],
  levers: { weight: '60', areas: levers.map(leverArea) },
  results: {
    weight: '40',
    areas: [
      {
        id: 'clean',
        name: 'Area clean',
        weight: '22.5',
        indicators: [
          single('clean.survey', '17.5', 'survey-index'),
          single('clean.performance', '5', 'share'),
        ],
      },
      {
        id: 'service',
        name: 'Area service',
        weight: '17.5',
        indicators: [single('service.survey', '17.5', 'survey-index')],
      },
    ],
  },
  rounding: { stage: 'total', decimalPlaces: 2 },
  thresholds: {
    WBK: thresholds(
      ['75', '40', '18.25', '15.75', '2.5', '14'],
      ['4.8', '4.2', '6', '6', '9', '6'],
    ),
    WBBM: thresholds(
      ['85', '48', '19.5', '15.75', '3.75', '15.75'],
      ['6', '5.25', '7.5', '7.5', '11.25', '7.5'],
    ),
  },
  procedure: { pactCoverageAbove: '0.5', buildingMonths: 12, surveyMinimumRespondents: 30 },
};

function shares(...options: readonly (readonly [string, string])[]) {
  return options.map(([option, share]) => ({ option, share }));
}

const version = {
  version: 1,
  title: 'Sample',
  effectiveFrom: '2022-01-01',
  legalBasis: 'A sample',
  source: { id: 'sample', citation: 'A sample of the form of PermenPAN-RB 90/2021' },
  unconfirmed: [],
};

export const sheetInForce: PolicyInForce<'zone-sheet'> = {
  ...version,
  kind: 'zone-sheet',
  unconfirmed: ['thresholds.WBBM', 'procedure'],
  content: sampleSheet,
};

export const sampleWindows: ZoneWindows = {
  usual: { opens: '01-01', closes: '05-31' },
  years: [
    {
      year: 2024,
      opensOn: '2024-07-18',
      closesOn: '2024-07-31',
      source: { id: 'Z8', citation: 'putraindonews.com, July 2024' },
    },
  ],
};

export const windowsInForce: PolicyInForce<'zone-window'> = {
  ...version,
  kind: 'zone-window',
  content: sampleWindows,
};

export const samplePrerequisites: ZonePrerequisites = {
  prerequisites: [
    {
      id: 'akip',
      name: 'Predikat AKIP',
      level: 'agency',
      kind: 'grade',
      grades: ['D', 'C', 'CC', 'B', 'BB', 'A', 'AA'],
      minimum: { WBK: 'B', WBBM: 'BB' },
    },
    {
      id: 'lhkpn',
      name: 'LHKPN',
      level: 'unit',
      kind: 'percentage',
      minimum: { WBK: '100', WBBM: '100' },
    },
    { id: 'complaints', name: 'Complaints followed up', level: 'unit', kind: 'confirmation' },
  ],
};

export const prerequisitesInForce: PolicyInForce<'zone-prerequisites'> = {
  ...version,
  kind: 'zone-prerequisites',
  unconfirmed: ['prerequisites.lhkpn'],
  content: samplePrerequisites,
};
