import type { Position } from '@jejak/domain';

import { createFeed, type Feed } from '../lane/feed';
import { createParkedKeys } from '../parking/parked-keys';
import { createSkips } from '../parking/skips';
import { at } from '../testing/recorded';
import { brittle, generationOf, register, tally } from '../testing/views';
import type { AnyView } from '../view/any-view';
import type { Generation } from '../view/generation';
import { planLanes } from './plan-lanes';
import { createViewProgress } from './view-progress';
import type { Build, ViewSlot } from './view-slot';

const clock = (): Date => new Date(0);

function feedOf(
  view: AnyView,
  events: number,
  generation: Generation = generationOf(view),
  position: Position | null = null,
): Feed {
  return createFeed({
    view,
    lease: { generation, fence: 1n },
    checkpoint: { position, events, recordedAt: null },
    parked: createParkedKeys([]),
    skips: createSkips(),
    onPoison: 'park',
    progress: createViewProgress(generation, clock),
    isEmpty: false,
    heldDocuments: 1,
  });
}

const slotOf = (view: AnyView, feed: Feed | null, build: Build | null = null): ViewSlot => ({
  view,
  feed,
  build,
  progress: createViewProgress(generationOf(view), clock),
  entry: null,
  liveEvents: null,
  toTry: 'all',
});

const buildOf = (feed: Feed, state: Build['next']['state']): Build => ({
  next: { ...feed.generation, purpose: 'rebuild', state, throttle: null, requestedAt: '' },
  progress: createViewProgress(feed.generation, clock),
  stage: 'filling',
  difference: null,
  feed,
});

describe('Which generations share a subscription', () => {
  it('those that are close to the furthest; the others catch up first', () => {
    const [far, near, behind] = [
      feedOf(register, 30_000),
      feedOf(tally, 20_000),
      feedOf(brittle, 19_999),
    ];
    const slots = [slotOf(register, far), slotOf(tally, near), slotOf(brittle, behind)];
    expect(planLanes(slots)).toEqual({ together: [far, near], behind: [behind], fillings: [] });
  });

  it('those that stand at the same place, however many events some of them never met', () => {
    const all = feedOf(register, 30_000, generationOf(register), at(5_000_000));
    const fewer = feedOf(tally, 100, generationOf(tally), at(4_999_990));
    const behind = feedOf(brittle, 50, generationOf(brittle), at(2_000_000));
    const slots = [slotOf(register, all), slotOf(tally, fewer), slotOf(brittle, behind)];
    expect(planLanes(slots)).toEqual({ together: [all, fewer], behind: [behind], fillings: [] });
  });

  it('a build joins when it is filled, and is fed by itself before', () => {
    const live = feedOf(register, 100);
    const next = feedOf(register, 0, { ...generationOf(register), build: 2 });
    const filling = slotOf(register, live, buildOf(next, 'filling'));
    expect(planLanes([filling])).toMatchObject({ behind: [], fillings: [{ feed: next }] });
    expect(planLanes([filling]).together).toEqual([live]);
    const joined = slotOf(register, live, buildOf(next, 'ready'));
    expect(planLanes([joined])).toEqual({ together: [live, next], behind: [], fillings: [] });
  });

  it('a generation that is both the view’s own and its build is fed once', () => {
    const only = feedOf(register, 0);
    const ready = slotOf(register, only, buildOf(only, 'ready'));
    expect(planLanes([ready]).together).toEqual([only]);
    const filling = slotOf(register, only, buildOf(only, 'filling'));
    expect(planLanes([filling])).toMatchObject({ together: [], fillings: [{ feed: only }] });
  });

  it('none where another process writes', () => {
    expect(planLanes([slotOf(register, null)])).toEqual({
      together: [],
      behind: [],
      fillings: [],
    });
  });
});
