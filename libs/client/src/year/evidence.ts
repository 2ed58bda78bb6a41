import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import { closingOf, sampleAreas, type SampleDocument } from './framework';
import type { SampleRegion } from './province';
import { madeUpDigest, type Random, randomFor } from './random';
import { sampleInstrument, type YearSettings } from './settings';
import { instantOf, lateInstant, reviewedAfter, uploadInstant } from './timing';

/** How a government went about it. */
interface Diligence {
  /** Share of the documents it hands in, and of those that convince. */
  readonly uploads: number;
  readonly convinces: number;
}

type Act =
  | { readonly kind: 'submit'; readonly copy: boolean }
  | { readonly kind: 'verify'; readonly share: number; readonly note: string | null }
  | { readonly kind: 'return'; readonly reason: string };

/** Something done to a document at an instant, in milliseconds since 1970. */
type Step = Act & {
  readonly at: number;
  readonly subIndicator: string;
  readonly document: SampleDocument;
};

const reasons = [
  'The document is of the year before',
  'The signature is missing',
  'The scan cannot be read',
  'It is about another office',
];

/** Upload, review, and a second try where the first was returned. */
function storyOf(
  random: Random,
  { uploads, convinces }: Diligence,
  opens: number,
  closes: number,
): readonly (Act & { readonly at: number })[] {
  if (!random.chance(uploads)) {
    const isLate = random.chance(0.1);
    return isLate ? [{ kind: 'submit', copy: false, at: lateInstant(random, closes) }] : [];
  }
  const at = uploadInstant(random, opens, closes);
  const upload = { kind: 'submit', copy: random.chance(0.01), at } as const;
  const reviewed = at + reviewedAfter(random);
  if (random.chance(0.03)) return [upload];
  if (random.chance(convinces)) {
    return [upload, { kind: 'verify', share: 1, note: null, at: reviewed }];
  }
  if (random.chance(0.5)) {
    const share = random.pick([0, 0.25, 0.5, 0.75]);
    return [upload, { kind: 'verify', share, note: 'Only in part', at: reviewed }];
  }
  const returned = { kind: 'return', reason: random.pick(reasons), at: reviewed } as const;
  const again = reviewed + reviewedAfter(random) / 2;
  if (again > closes || !random.chance(0.7)) return [upload, returned];
  return [
    upload,
    returned,
    { kind: 'submit', copy: false, at: again },
    { kind: 'verify', share: 1, note: null, at: again + reviewedAfter(random) },
  ];
}

function stepsOf(settings: YearSettings, region: string): readonly Step[] {
  const { seed, year } = settings;
  const ways = randomFor(seed, 'diligence', region);
  const uploads = 0.6 + 0.38 * ways.next();
  const diligence = { uploads, convinces: 0.55 + 0.4 * ways.next() };
  const closes = Date.parse(closingOf(settings));
  const opens = Date.parse(`${year}-02-01`);
  const steps = sampleAreas(settings).flatMap(({ indicators }) =>
    indicators.flatMap(({ subIndicators }) =>
      subIndicators.flatMap(({ id: subIndicator, documents }) =>
        documents.flatMap((document) => {
          const random = randomFor(seed, 'evidence', region, subIndicator, document.id);
          return storyOf(random, diligence, opens, closes).map((act) => {
            return { ...act, subIndicator, document };
          });
        }),
      ),
    ),
  );
  return steps.toSorted((a, b) => a.at - b.at);
}

/** `25` of 100 points at a share of 0.25, with two decimals at most. */
const pointsAt = (share: number, { points }: SampleDocument): string =>
  String(Math.round(points * share * 100) / 100);

/**
 * What one government handed in through the year and what became of it, in the order in which it
 * happened. Receipts follow from the order: every command on a sub-indicator is one event of its
 * stream, so what has been left out or refused would show.
 */
export function evidenceCommands(
  settings: YearSettings,
  { code }: SampleRegion,
): readonly ClientCommand[] {
  const { seed, year } = settings;
  const base = `/v1/scorecards/${code}/${sampleInstrument}/${year}`;
  const revisions = new Map<string, number>();
  const receipts = new Map<string, string>();
  return stepsOf(settings, code).map((step) => {
    const { subIndicator, document } = step;
    const place = `${subIndicator}/${document.id}`;
    const revision = revisions.get(subIndicator) ?? 0;
    revisions.set(subIndicator, revision + 1);
    if (step.kind === 'submit') {
      const receipt = `${code}-${sampleInstrument.toLowerCase()}-${year}-${subIndicator}-${revision}`;
      receipts.set(place, receipt);
      const of = step.copy ? 'copied' : `${place}/${revision}`;
      const body = {
        subIndicator,
        document: document.id,
        sha256: madeUpDigest(seed, code, of),
        size: 20_000 + (((revision + 1) * 7_919 + document.points * 104_729) % 4_000_000),
        title: document.title,
        handedInAt: instantOf(step.at),
      };
      return command(`${base}/submit-evidence`, body, 'system');
    }
    const receipt = receipts.get(place) ?? '';
    return step.kind === 'verify'
      ? command(
          `${base}/verify-evidence`,
          { subIndicator, receipt, points: pointsAt(step.share, document), note: step.note },
          'verifier',
        )
      : command(
          `${base}/return-evidence`,
          { subIndicator, receipt, reason: step.reason },
          'verifier',
        );
  });
}
