import type { DirectoryRegion } from '@jejak/views';

import { trailList } from '../audit/trail.list';
import { changeList } from '../change/change.list';
import { complaintList } from '../complaint/complaint.list';
import { deadlineList } from '../deadline/deadline.list';
import { declarationList, statisticList } from '../declaration/declaration.list';
import { disputeList } from '../dispute/dispute.list';
import { erasureList } from '../erasure/erasure.list';
import { evidenceList, repeatedList } from '../evidence/evidence.list';
import { feedEventList, feedList } from '../feed/feed.list';
import { frameworkList } from '../framework/framework.list';
import { gratificationList } from '../gratification/gratification.list';
import { divergenceList } from '../indices/divergence.list';
import { indexList } from '../indices/indices.list';
import { informationList } from '../information/information.list';
import { breachList, ceremonyList, coverageList, pactList, pactTextList } from '../pact/pact.list';
import { planList } from '../plan/plan.list';
import { policyList } from '../policy/policy.list';
import { regionList } from '../region/region.list';
import { rolloutList } from '../rollout/rollout.list';
import { comparisonList } from '../scorecard/comparison.list';
import { supervisionList } from '../supervision/supervision.list';
import { declaredLists } from '../testing/declared-lists';
import { trainingList } from '../training/training.list';
import { unitList } from '../unit/unit.list';
import { declarationList as zoneDeclarationList, predicateList, zoneList } from '../zone/zone.list';

/** The words of a text, each a type. */
type Words<Text extends string, Before = never> = Text extends `${infer Word} ${infer Rest}`
  ? Words<Rest, Before | Word>
  : Before | Text;

interface Listed<Item> {
  readonly path: string;
  readonly item: (...question: never[]) => Item;
  readonly columns: object;
}

interface Told {
  readonly path: string;
  readonly columns: readonly string[];
  readonly own: readonly string[];
  readonly elsewhere: readonly string[];
}

/**
 * What the CSV of a list tells of the properties of its items. `own` have a column of their name; of
 * every other it must be said which columns tell it instead, or as a sentence why none does. The
 * compiler refuses a list whose items have a property that is told nowhere.
 */
function told<Item extends object, const Own extends string>(
  { path, columns }: Listed<Item>,
  own: Own,
  elsewhere: Readonly<Record<Exclude<keyof Item & string, Words<Own>>, readonly string[] | string>>,
): Told {
  const others = Object.values<readonly string[] | string>(elsewhere);
  return {
    path,
    columns: Object.keys(columns),
    own: own.split(' '),
    elsewhere: others.flatMap((one) => (typeof one === 'string' ? [] : one)),
  };
}

const trail =
  'position recordedAt type schemaVersion category stream revision region actor summary commandId correlationId causationId eventId';

const lists: readonly Told[] = [
  told(trailList, trail, {}),
  told(changeList, trail, {}),
  told(
    complaintList,
    'complaint region province office channel class status filedOn forwardBy forwardedLate answerBy replyBy answeredOn answeredLate closedOn reopened escalatedTo policyVersion unconfirmed changedAt',
    { counted: ['unknownDays'] },
  ),
  told(
    deadlineList,
    'id deadline region province subject title dueOn endsAt policy unconfirmed outstanding state setAt metOn passedAt passings',
    { counted: ['unknownDay', 'calendarVersion'] },
  ),
  told(declarationList, 'person post title region province field obliged changedAt', {
    times: ['since', 'endedOn'],
    expected: ['nextFiling', 'nextDueOn'],
    filings: ['lastFiling', 'lastFiledOn', 'lastLate', 'lastStatus'],
  }),
  told(
    statisticList,
    'year asOf field obligors submitted complete submittedPercent completePercent source',
    {},
  ),
  told(disputeList, 'instrument year claims regions provinces changedAt', {}),
  told(
    erasureList,
    'subject request region province channel status receivedOn executeBy decidedOn ground shreddedOn late policyVersion unconfirmed changedAt',
    { counted: 'The days from receivedOn to executeBy.' },
  ),
  told(
    evidenceList,
    'receipt region province instrument year area indicator subIndicator document title sha256 size submittedBy submittedAt handedInAt closesAt late state points reviews replaces replacedBy',
    {},
  ),
  told(repeatedList, 'region province instrument year scorecard sha256', {
    uses: ['first', 'again'],
    repeated: 'True of each: others are not in this list.',
  }),
  told(
    feedList,
    'feed title subject eventSource region province state types registeredAt changedAt',
    {
      retirement: ['retiredAt', 'retiredBecause'],
    },
  ),
  told(
    feedEventList,
    'feed id type state version region province on outcome contentBytes contentSha256 receivedAt replayedAt',
    { unfit: ['reason'] },
  ),
  told(frameworkList, 'instrument year changedAt', {
    published: [
      ...['version', 'title', 'effectiveFrom', 'areas', 'weightsBasis'],
      ...['legalBasis', 'source', 'approvedBy'],
    ],
    draft: ['draftedVersion'],
  }),
  told(
    gratificationList,
    'report region province category form giverRelation value receivedOn reportedOn dueOn to inTime complete completeBy completedOn completedLate reportable verdict status forwardBy forwardedOn forwardedLate decisionTerm decideBy decidedOn decidedLate owner decision droppedOn policyVersion unconfirmed changedAt',
    { counted: ['unknownDays'] },
  ),
  told(divergenceList, 'region province year mcp spi difference changedAt', {
    holding: ['mcp', 'mcpSource', 'spi', 'spiSource'],
  }),
  told(indexList, 'kind subject region province year disputed misjudged changedAt', {
    publications: ['values', 'bands', 'claimedBands', 'sources', 'unconfirmed'],
  }),
  told(
    informationList,
    'request region province office asked status receivedOn dueOn openUntil unconfirmed changedAt',
    {
      counted: ['unknownDays'],
      extension: ['extendedOn', 'extensionReason'],
      answer: ['answeredOn', 'outcome', 'refusalGround', 'answerLate'],
      objection: ['objectedOn', 'objectionGround', 'decideBy'],
      decision: ['decision', 'decidedOn', 'decisionLate'],
      dispute: ['disputedOn', 'disputeReference', 'disputeInTime'],
      countedBy: ['termsVersion', 'calendarVersion'],
      terms: 'The content of the policy of termsVersion.',
    },
  ),
  told(
    pactList,
    'pact region province textVersion occasion date place state signatories witnesses symbolicSigners toSignAgain publishedOn publicationReference source draftedAt changedAt',
    { superseded: ['supersessionGround', 'supersededOn'] },
  ),
  told(
    pactTextList,
    'version title legalBasis sha256 state lastDay retiredBecause publishedAt changedAt',
    { clauses: 'Seven paragraphs: what sha256 is the digest of.' },
  ),
  told(ceremonyList, 'pact region date place occasion parties regions source', {}),
  told(
    coverageList,
    'region province unit unitName staff signed percent asOf source counts recordedAt',
    {},
  ),
  told(
    breachList,
    'breach region province pact office obligations state reportedOn finding sanctionReference concludedOn appealOf changedAt',
    {},
  ),
  told(
    planList,
    'plan region province period decree source items checkpointPolicy unconfirmed taskForces on overdue adoptedAt changedAt',
    {
      announcedItemCount: ['announcedItems'],
      unnamedItemCount: ['unnamedItems'],
      counts: ['items', 'milestones', 'open', 'reported', 'verified', 'returned', 'late'],
      checkpoints: [
        ...['checkpointsOpen', 'checkpointsReported', 'checkpointsVerified'],
        'checkpointsReturned',
      ],
    },
  ),
  told(policyList, 'kind versions changedAt', { draft: ['waiting'] }),
  told(
    { ...regionList, item: (row: DirectoryRegion) => row },
    'id code name level validFrom validUntil recordedAt',
    {},
  ),
  told(
    rolloutList,
    'region province system name aliases modules partner promotedBy announcedOn starts live retirements source plannedAt changedAt',
    { delegations: ['offices'], adoptions: ['adoptedFrom'] },
  ),
  told(comparisonList, 'region instrument year status frameworkVersion computed', {
    comparisons: [
      ...['published', 'publishedStatus', 'asOf', 'source', 'difference', 'agreesWhenRounded'],
      ...['band', 'claimedBand', 'publications'],
    ],
  }),
  told(
    supervisionList,
    'meeting region province title date place organiser participants source recommendations changedAt',
    { details: ['disputedDetails'] },
  ),
  told(
    trainingList,
    'training region province title organiser period sessions groups participants assessed assessments source changedAt',
    {
      announcements: ['announced'],
      persons: ['registeredByName', 'assessedByName'],
      undatedAt: 'Serves the question how it stood on an earlier day.',
    },
  ),
  told(
    unitList,
    'region province unit kind name code parent validFrom closedOn mergedInto source registeredAt changedAt',
    {
      names: 'The one of the day is in name; all of them are with the unit itself.',
      codes: 'The one of the day is in code; all of them are with the unit itself.',
    },
  ),
  told(
    zoneList,
    'region province unit unitName form year target stage steps sheetVersion publishedOnly reasons overrideGround publications unconfirmed changedAt',
    {
      results: ['selfTotal', 'internalTotal', 'nationalTotal'],
      prerequisites: ['prerequisitesUnmet'],
      prerequisiteChecks: 'Earlier checks of what prerequisitesUnmet tells of the last.',
      window: ['windowOpensOn', 'windowClosesOn', 'windowPolicyVersion', 'windowUnconfirmed'],
    },
  ),
  told(
    zoneDeclarationList,
    'region province declaredOn publication witnesses asOf staff signed percent owed counts policyVersion source unconfirmed changedAt',
    {},
  ),
  told(
    predicateList,
    'region province unit unitName predicate year grantedOn decisionNumber validUntil grantedUntil heldUntil spans retentions monitoring source unconfirmed changedAt',
    {
      ended: ['endedBy', 'endedOn'],
      monitoringDue: ['monitoringDueOn', 'monitoringPolicyVersion'],
      monitoringTerms: 'Earlier days by when it was to be evaluated; the last is monitoringDueOn.',
    },
  ),
];

it('the CSV of every list tells what its JSON tells, or says why not', () => {
  expect(lists.map(({ path }) => path).sort()).toEqual(
    declaredLists.map(({ path }) => path).sort(),
  );
  for (const { path, columns, own, elsewhere } of lists) {
    const missing = [...own, ...elsewhere].filter((column) => !columns.includes(column));
    expect([path, missing]).toEqual([path, []]);
  }
});
