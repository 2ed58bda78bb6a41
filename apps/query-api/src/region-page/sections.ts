import { pactSection } from '../pact/pact.section';
import { planSection } from '../plan/plan.section';
import { scoreSection } from '../ranking/score.section';
import { rolloutSection } from '../rollout/rollout.section';
import { unitSection } from '../unit/unit.section';
import type { RegionSection } from './section';

/** What makes up the page of a region, in this order. */
export const regionSections: readonly RegionSection[] = [
  scoreSection,
  pactSection,
  planSection,
  unitSection,
  rolloutSection,
];
