import { cleanUp } from './support/service';
import { startWalk, type Walk } from './support/walk';
import { walkOfFeeds } from './walks/feeds';
import { walkOfACycle } from './walks/scorecard-cycle';
import { walkOfAPredicate } from './walks/predicate';
import { walkOfAZone } from './walks/zone';

let walk: Walk;

beforeAll(async () => {
  walk = await startWalk({
    '36': 'Banten',
    '36.04': 'Kabupaten Serang',
    '36.74': 'Kota Tangerang Selatan',
  });
});
afterAll(cleanUp);

const cycle = walkOfACycle(() => walk);

cycle.whileUploadsAreOpen();
// Uploads end ten seconds after they are closed: time for two other walks.
walkOfAZone(() => walk);
walkOfAPredicate(() => walk);
walkOfFeeds(() => walk);
cycle.onceUploadsHaveEnded();
