import { runCampaign, type Campaign } from '../../faults/campaign';
import { absenceRound } from '../../faults/plan/absence';
import { roundKinds } from '../../faults/plan/round-kind';
import { drawnRounds } from '../../faults/plan/round-plan';
import { sweepRounds, sweptCollections } from '../../faults/plan/sweep';
import { failureText } from '../../faults/report';
import { openWorld, usualParent, type World } from '../../faults/world';

const drawing = { seed: 1, withPoison: false, kinds: roundKinds };
const timeLimit = 300_000;

const failuresOf = ({ failures }: Campaign): string[] =>
  failures.map((failure) => failureText(failure, drawing));

/** The short form of `npm run faults`, on embedded nodes in processes of their own. */
describe('Every view equals a fold from scratch, document by document', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(0, usualParent());
  }, timeLimit);
  afterAll(async () => {
    await world.stop();
  }, timeLimit);

  it.each(sweptCollections)(
    'when writes to $collection stop after k operations, for every k to $operations',
    async (swept) => {
      const campaign = await runCampaign(world, sweepRounds(swept), true);
      expect(failuresOf(campaign)).toEqual([]);
      const { firstBulk } = swept;
      if (firstBulk === null) return;
      const struck = [...(campaign.cuts.get(firstBulk)?.keys() ?? [])].sort((a, b) => a - b);
      expect(struck).toEqual(Array.from({ length: firstBulk + 1 }, (_, k) => k));
    },
    timeLimit,
  );

  it(
    'after forty rounds of faults in the runtime, both stores and the connections between them',
    async () => {
      const rounds = drawnRounds({ ...drawing, from: 0, rounds: 40 });
      expect(failuresOf(await runCampaign(world, rounds, true))).toEqual([]);
    },
    timeLimit,
  );

  it(
    'when the read store was away at the start for longer than the driver looks for it',
    async () => {
      const campaign = await runCampaign(world, [absenceRound('absence')], true);
      expect(failuresOf(campaign)).toEqual([]);
    },
    timeLimit,
  );

  it(
    'when a paused process wakes up after another has taken over',
    async () => {
      const rounds = drawnRounds({ ...drawing, kinds: ['paused'], from: 1_000, rounds: 4 });
      expect(failuresOf(await runCampaign(world, rounds, true))).toEqual([]);
    },
    timeLimit,
  );
});
