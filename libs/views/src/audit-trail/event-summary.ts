import type { JejakEvent, JejakEventType, ParkedEventSkipped } from '@jejak/domain';

import { deadlineSentences } from './sentences/deadline';
import { indexSentences } from './sentences/indices';
import { informationSentences } from './sentences/information';
import { regionSentences } from './sentences/region';
import { feedSentences } from './sentences/feed';
import { rolloutSentences } from './sentences/rollout';
import { unitSentences } from './sentences/unit';
import { evidenceSentences } from './sentences/evidence';
import { scorecardSentences } from './sentences/scorecard';
import { complaintSentences } from './sentences/complaint';
import { erasureSentences } from './sentences/erasure';
import { declarationSentences } from './sentences/declaration';
import { pactSentences } from './sentences/pact';
import { planSentences } from './sentences/plan';
import { supervisionSentences } from './sentences/supervision';
import { trainingSentences } from './sentences/training';
import { zoneSentences } from './sentences/zone';
import { gratificationSentences } from './sentences/gratification';

type DataOf = { [Event in JejakEvent as Event['type']]: Event['data'] };
type EventOf<Type extends JejakEventType> = {
  [One in Type]: { readonly type: One; readonly data: DataOf[One] };
}[Type];

const scorecard = (data: { region: string; instrument: string; year: number }): string =>
  `${data.instrument} ${data.year} scorecard of ${data.region}`;

const day = (asOf: string | null): string =>
  asOf === null ? 'of an unknown day' : `as of ${asOf}`;

const person = ({ name, position }: { name: string | null; position: string }): string =>
  name === null ? position : `${name} (${position})`;

/** What a view goes on without: the event is named before, so a row of its own adds its name. */
const leftOutOf = ({ kind, key, view }: ParkedEventSkipped['data']): string => {
  switch (kind) {
    case 'document':
      return `document ${key} of the view ${view}`;
    case 'event':
      return `the view ${view}`;
    case 'stream':
      return `the view ${view}, which goes on with the rest of the stream`;
  }
};

/** Every kind of event in one plain sentence, from the event alone. */
const sentences: { readonly [Type in JejakEventType]: (data: DataOf[Type]) => string } = {
  RegionRegistered: (data) => `${data.name} (${data.code}) was registered as a ${data.level}`,
  ...regionSentences,
  ...unitSentences,
  ...rolloutSentences,
  ...feedSentences,
  PolicyDrafted: (data) =>
    `Version ${data.version} of the policy ${data.kind}, to apply from ${data.effectiveFrom}, was drafted`,
  PolicyApproved: (data) => `Version ${data.version} of the policy ${data.kind} was approved`,
  PolicyRetired: (data) =>
    `Version ${data.version} of the policy ${data.kind} was retired after ${data.lastDay}: ${data.reason}`,
  FrameworkDrafted: (data) =>
    `Version ${data.version} of the ${data.instrument} ${data.year} framework was drafted`,
  FrameworkPublished: (data) =>
    `Version ${data.version} of the ${data.instrument} ${data.year} framework was approved and published`,
  ScorecardOpened: (data) =>
    `The ${scorecard(data)} was opened under framework version ${data.frameworkVersion}`,
  IndicatorScored: (data) =>
    `Indicator ${data.indicator} of area ${data.area} got ${data.points} of ${data.maximumPoints} points on the ${scorecard(data)}`,
  AreaScoresRecorded: (data) =>
    `${data.scores.length} area scores ${day(data.asOf)} from ${data.source.id} were recorded on the ${scorecard(data)}`,
  PublishedScoreRecorded: (data) =>
    `The ${data.status} score ${data.value} ${day(data.asOf)} published by ${data.source.id} was recorded on the ${scorecard(data)}`,
  ScorecardFinalised: (data) =>
    `The ${scorecard(data)} was finalised${data.computed === null ? '' : ` at ${data.computed}`}`,
  ScoreAmended: (data) =>
    `${data.subject === 'finalised' ? 'The finalised score' : `Publication ${data.subject}`} of the ${scorecard(data)} was corrected from ${data.from ?? 'no value'} to ${data.to} by decision ${data.decision}`,
  PactTextPublished: (data) => `Pact text ${data.version} was published: ${data.title}`,
  PactDrafted: (data) => `Pact ${data.pact} of ${data.region} was drafted: ${data.occasion}`,
  PactSigned: (data) =>
    `${person(data.signatory)} signed pact ${data.pact} of ${data.region} on ${data.signedOn}`,
  PactWitnessed: (data) =>
    `${person(data.witness)} witnessed pact ${data.pact} of ${data.region} on ${data.witnessedOn}`,
  PactPublished: (data) =>
    `Pact ${data.pact} of ${data.region} was published on ${data.publishedOn}`,
  ActionPlanAdopted: (data) =>
    `Action plan ${data.plan} of ${data.region} for ${data.period} was adopted with ${data.items.length} items`,
  MilestoneReported: (data) =>
    `Milestone ${data.milestone} of item ${data.item} in plan ${data.plan} was reported met on ${data.metOn}${data.late === true ? ', late' : ''}`,
  MilestoneVerified: (data) =>
    `Milestone ${data.milestone} of item ${data.item} in plan ${data.plan} was verified`,
  MilestoneReturned: (data) =>
    `Milestone ${data.milestone} of item ${data.item} in plan ${data.plan} was returned: ${data.reason}`,
  PlanItemRevised: (data) =>
    `Item ${data.item.id} of plan ${data.plan} was revised under ${data.approval}: ${data.reason}`,
  ClaimRecorded: (data) =>
    `${data.by} claimed on ${data.date} about the ${data.instrument} ${data.year} results: ${data.text}`,
  ParkedEventSkipped: (data) =>
    `Event ${data.event.revision} of ${data.event.stream} (${data.event.type}) was left out of ${leftOutOf(data)}: ${data.reason}`,
  ...deadlineSentences,
  ...scorecardSentences,
  ...evidenceSentences,
  ...declarationSentences,
  ...planSentences,
  ...trainingSentences,
  ...supervisionSentences,
  ...indexSentences,
  ...informationSentences,
  ...zoneSentences,
  ...gratificationSentences,
  ...pactSentences,
  ...complaintSentences,
  ...erasureSentences,
};

/** Every type of event that can be summarised, which is every type there is. */
export const summarisedTypes = Object.keys(sentences) as readonly JejakEventType[];

export const summaryOf = <Type extends JejakEventType>(event: EventOf<Type>): string =>
  sentences[event.type](event.data);
