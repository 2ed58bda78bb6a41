import type { JejakEvent, RecordedEvent } from '@jejak/domain';

import { PolicyVersions } from '../policy/policy-versions';
import type { RegionSection, SectionAnswer } from '../region-page/section';
import { ViewReader } from '../reading/view-reader';
import { databaseOf, standingsOf, storeOf } from './fakes';

const today = '2026-06-30';

/** What a section of a region's page says over a log held in memory, as of a day. */
export async function sectionOver(
  section: RegionSection,
  log: readonly RecordedEvent<JejakEvent>[],
  region: string,
  day = today,
): Promise<SectionAnswer> {
  const reading = await new ViewReader(databaseOf(log), standingsOf(log)).reading(
    section.views,
    null,
  );
  const policies = new PolicyVersions(storeOf(log, null));
  const unconfirmed = await policies.unconfirmed(section.policies ?? []);
  return section.read(reading, region, { day, isPast: day < today }, unconfirmed);
}

/** Its items; fails where it does not answer. */
export async function itemsOver(
  ...question: Parameters<typeof sectionOver>
): Promise<readonly object[]> {
  const answer = await sectionOver(...question);
  if (answer.status !== 'answered') throw new Error(answer.reason);
  return answer.items;
}
