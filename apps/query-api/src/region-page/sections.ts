import { complaintSection } from '../complaint/complaint.section';
import { deadlineSection } from '../deadline/deadline.section';
import { declarationSection } from '../declaration/declaration.section';
import { disputeSection } from '../dispute/dispute.section';
import { evidenceSection } from '../evidence/evidence.section';
import { feedSection } from '../feed/feed.section';
import { gratificationSection } from '../gratification/gratification.section';
import { indicesSection } from '../indices/indices.section';
import { informationSection } from '../information/information.section';
import { pactSection } from '../pact/pact.section';
import { planSection } from '../plan/plan.section';
import { scoreSection } from '../ranking/score.section';
import { rolloutSection } from '../rollout/rollout.section';
import { supervisionSection } from '../supervision/supervision.section';
import { trainingSection } from '../training/training.section';
import { unitSection } from '../unit/unit.section';
import { predicateSection, zoneDeclarationSection, zoneSection } from '../zone/zone.section';
import type { RegionSection } from './section';

/** What makes up the page of a region, in this order. */
export const regionSections: readonly RegionSection[] = [
  scoreSection,
  evidenceSection,
  indicesSection,
  disputeSection,
  pactSection,
  zoneDeclarationSection,
  zoneSection,
  predicateSection,
  planSection,
  deadlineSection,
  supervisionSection,
  trainingSection,
  declarationSection,
  gratificationSection,
  complaintSection,
  informationSection,
  unitSection,
  rolloutSection,
  feedSection,
];
