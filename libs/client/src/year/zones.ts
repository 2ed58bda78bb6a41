import type { ClientCommand, SendAs } from '../client-command';
import { command } from '../facts/command';
import { sampleProvince, type SampleRegion, sampleRegions } from './province';
import { madeUpDigest, type Random, randomFor } from './random';
import { generatedBy, type YearSettings } from './settings';
import { dayAfter } from './timing';

/** How far a unit gets, and in which share of the cases. */
const outcomes = [
  { outcome: 'misses-a-threshold', upTo: 0.4 },
  { outcome: 'declined', upTo: 0.6 },
  { outcome: 'granted', upTo: 1 },
] as const;

type Outcome = (typeof outcomes)[number]['outcome'];

const levers = [
  'change-management',
  'business-process',
  'human-resources',
  'accountability',
  'supervision',
  'service-quality',
];

/** Questions of the sheet of 90/2021 as the bundled policy has it. */
const shares = [
  ...levers.flatMap((area) => [`${area}.fulfilment.result`, `${area}.reform.result`]),
  'clean.performance.result',
];
const surveys = ['clean.anti-corruption-survey.result', 'service.survey.result'];

/** Answers that a unit with this share of what is asked gives: in tenths, and of its surveys. */
function answersOf(random: Random, least: number, index: string): readonly object[] {
  const given = shares.map((question) => ({
    ...{ question, kind: 'share', done: Math.min(20, random.integer(least, 20)), due: 20 },
  }));
  return [
    ...given,
    ...surveys.map((question) => ({ question, kind: 'index', index, respondents: 60 })),
  ];
}

const prerequisites = ({ seed, year }: YearSettings) =>
  [
    ['bpk-opinion', 'WTP'],
    ['akip', 'B'],
    ['rb-index', 'B'],
    ['lhkpn', '100'],
    ['lhkasn', '100'],
    ['corruption-cases', 'yes'],
    ['complaints', 'yes'],
    ['audit-follow-up', 'yes'],
  ].map(([id, value]) => {
    return { id, value, asOf: `${year - 1}-12-31`, source: generatedBy({ seed }) };
  });

type Step = readonly [what: string, body: ClientCommand['body'], as?: SendAs];

/** From designation to the internal review: every unit gets so far. */
function preparation(settings: YearSettings, unit: string, random: Random, good: boolean): Step[] {
  const { seed, year } = settings;
  const [least, index] = good ? [17, '3.72'] : [9, '3.1'];
  const started = `${year - 1}-0${random.integer(1, 6)}-15`;
  return [
    [
      'designate',
      {
        ...{ unitName: `Unit contoh ${unit}`, form: 'work-unit', target: 'WBK' },
        ...{ designatedOn: `${year - 1}-01-10`, decree: `SK-CONTOH/${unit}` },
        grounds: {
          strategicService: 'Pelayanan contoh',
          sizeableResources: 'Loket contoh',
          reformCarriedOut: 'Sejak contoh',
        },
      },
    ],
    [
      'start-building',
      {
        startedOn: started,
        workPlan: { sha256: madeUpDigest(seed, unit), title: 'Rencana kerja contoh' },
        agents: ['Agen perubahan contoh'],
      },
    ],
    ['answer-self', { answers: answersOf(random, least + 1, index) }],
    ['submit-self-assessment', { submittedOn: dayAfter(`${year}-04-01`, random.integer(0, 40)) }],
    ['answer-internal', { answers: answersOf(random, least, index) }, 'verifier'],
    [
      'complete-internal-review',
      {
        completedOn: dayAfter(`${year}-06-01`, random.integer(0, 25)),
        reviewers: [{ name: 'Penilai contoh', office: 'inspektorat-contoh' }],
      },
      'verifier',
    ],
  ];
}

/** The proposal in the window of 2024 (18 to 31 July), and what the national team made of it. */
function evaluation(settings: YearSettings, random: Random, outcome: Outcome): Step[] {
  const { year } = settings;
  const judged = (evaluatedOn: string) => ({ evaluatedOn, findings: 'Contoh: lengkap' });
  const opening: Step[] = [
    [
      'check-prerequisites',
      { checkedOn: `${year}-07-10`, values: prerequisites(settings) },
      'verifier',
    ],
    ['propose', { proposedOn: `${year}-07-${random.integer(18, 31)}`, letter: 'S-CONTOH/1' }],
    ['record-admin-check', judged(`${year}-08-12`), 'evaluator'],
    ['record-desk-evaluation', judged(`${year}-09-10`), 'evaluator'],
  ];
  if (outcome === 'declined') {
    const declined = { declinedOn: `${year}-11-05`, reasons: ['Contoh: belum memenuhi'] };
    return [...opening, ['decline', declined, 'evaluator']];
  }
  return [
    ...opening,
    [
      'answer-national',
      { answers: answersOf(random, 16, '3.68').slice(0, shares.length) },
      'evaluator',
    ],
    ...surveys.map((question): Step => [
      'record-survey-result',
      {
        ...{ question, index: '3.68', respondents: random.integer(40, 200) },
        ...{ surveyedOn: `${year}-09-25`, source: generatedBy(settings) },
      },
      'evaluator',
    ]),
    ['record-field-evaluation', judged(`${year}-10-08`), 'evaluator'],
    ['recommend', { recommendedOn: `${year}-11-20` }, 'evaluator'],
  ];
}

const agencies: readonly SampleRegion[] = [sampleProvince, ...sampleRegions];

export const zoneDeclarations = (settings: YearSettings): readonly ClientCommand[] =>
  agencies.map(({ code }) =>
    command(`/v1/zone-declarations/${code}/declare`, {
      ...{ declaredOn: `${settings.year - 1}-01-05`, publication: 'Contoh' },
      witnesses: ['Saksi contoh'],
      coverage: { staff: 1_200, signed: 1_150 },
      source: generatedBy(settings),
    }),
  );

interface Unit {
  readonly unit: string;
  readonly region: string;
  readonly outcome: Outcome;
  readonly random: Random;
}

function unitsOf({ seed, zoneUnits }: YearSettings): readonly Unit[] {
  return Array.from({ length: zoneUnits }, (_, at) => {
    const random = randomFor(seed, 'zone', at);
    const share = random.next();
    const outcome = outcomes.find(({ upTo }) => share < upTo)?.outcome ?? 'granted';
    const { code: region } = agencies[at % agencies.length] ?? sampleProvince;
    return { unit: `unit-contoh-${at + 1}`, region, outcome, random };
  });
}

/** Units on their way to WBK: some miss a threshold, some are declined, some are recommended. */
export const zoneCycles = (settings: YearSettings): readonly ClientCommand[] =>
  unitsOf(settings).flatMap(({ unit, region, outcome, random }) => {
    const isGood = outcome !== 'misses-a-threshold';
    const steps = [
      ...preparation(settings, unit, random, isGood),
      ...(isGood ? evaluation(settings, random, outcome) : []),
    ];
    return steps.map(([what, body, as]) =>
      command(`/v1/zones/${region}/${unit}/${settings.year}/${what}`, body, as),
    );
  });

/** The Minister's decisions, once the panel has recommended. */
export const predicateGrants = (settings: YearSettings): readonly ClientCommand[] =>
  unitsOf(settings)
    .filter(({ outcome }) => outcome === 'granted')
    .map(({ unit, region }) =>
      command(
        `/v1/predicates/${region}/${unit}/grant`,
        {
          year: settings.year,
          decision: { number: `KEP-CONTOH/${unit}`, date: `${settings.year}-12-10` },
          validUntil: `${settings.year + 2}-12-31`,
        },
        'minister',
      ),
    );
