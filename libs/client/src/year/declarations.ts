import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import { sampleProvince, type SampleRegion, sampleRegions } from './province';
import { madeUpUuid, type Random, randomFor } from './random';
import type { YearSettings } from './settings';
import { dayAfter, daysEarly } from './timing';

/** Of a hundred obligors so many report, some of them too late. */
const reports = 0.96;
const tooLate = 0.06;

interface Obligor {
  readonly region: SampleRegion;
  readonly field: 'executive' | 'legislative' | 'state-enterprise';
  readonly person: string;
  readonly position: string;
  readonly title: string;
  readonly since: string;
}

const titles = {
  executive: ['Kepala bidang', 'Kepala dinas', 'Sekretaris dinas', 'Camat', 'Pejabat pengadaan'],
  legislative: ['Anggota DPRD'],
  'state-enterprise': ['Direktur BUMD'],
} as const;

function obligorOf({ seed, year }: YearSettings, number: number, random: Random): Obligor {
  const share = random.next();
  const field = share < 0.92 ? 'executive' : share < 0.97 ? 'legislative' : 'state-enterprise';
  return {
    region: random.pick([sampleProvince, ...sampleRegions]),
    field,
    person: madeUpUuid(seed, 'obligor', number),
    position: `jabatan-contoh-${number}`,
    title: `${random.pick<string>(titles[field])} (contoh ${number})`,
    since: `${year - random.integer(1, 6)}-0${random.integer(1, 9)}-15`,
  };
}

/** The report of the year, its verification, and what was missing handed in afterwards. */
function filingsOf(
  { year }: YearSettings,
  { position }: Obligor,
  random: Random,
): readonly (readonly [what: string, body: ClientCommand['body'], as?: 'verifier'])[] {
  const number = position.slice(position.lastIndexOf('-') + 1);
  const filing = `periodic-${year}`;
  const due = `${year + 1}-03-31`;
  const isLate = random.chance(tooLate);
  const filedOn = isLate
    ? dayAfter(due, random.integer(1, 75))
    : dayAfter(due, -daysEarly(random, 85));
  const filed = {
    kind: 'periodic',
    occasionOn: `${year}-12-31`,
    filedOn,
    receipt: `CONTOH/${year}/${number}`,
  };
  if (random.chance(0.2)) return [['record-filing', filed]];
  const verifiedOn = dayAfter(filedOn, random.integer(5, 40));
  const judged = (result: 'complete' | 'incomplete', on: string) =>
    [
      'verify-filing',
      {
        ...{ filing, result, verifiedOn: on },
        notice: result === 'complete' ? null : `CONTOH/KURANG/${number}`,
      },
      'verifier',
    ] as const;
  if (random.chance(0.75)) return [['record-filing', filed], judged('complete', verifiedOn)];
  if (random.chance(0.2)) return [['record-filing', filed], judged('incomplete', verifiedOn)];
  const suppliedOn = dayAfter(verifiedOn, random.integer(3, 40));
  return [
    ['record-filing', filed],
    judged('incomplete', verifiedOn),
    ['supplement-filing', { filing, suppliedOn, receipt: `CONTOH/TAMBAHAN/${number}` }],
    judged('complete', dayAfter(suppliedOn, random.integer(2, 20))),
  ];
}

/**
 * Obligors of the province and its regions, and their reports about the year: most in the last weeks
 * before 31 March, some late, some incomplete, some never.
 */
export function declarationCommands(settings: YearSettings): readonly ClientCommand[] {
  const obligors = Math.round(settings.filings / reports);
  return Array.from({ length: obligors }, (_, number) => number + 1).flatMap((number) => {
    const random = randomFor(settings.seed, 'declaration', number);
    const obligor = obligorOf(settings, number, random);
    const { region, field, title, since, person, position } = obligor;
    const base = `/v1/declarations/${person}/${position}`;
    const body = { region: region.code, field, title, since, firstYear: settings.year };
    const registered = command(`${base}/register-obligor`, body);
    if (!random.chance(reports)) return [registered];
    return [
      registered,
      ...filingsOf(settings, obligor, random).map(([what, content, as]) =>
        command(`${base}/${what}`, content, as),
      ),
    ];
  });
}
