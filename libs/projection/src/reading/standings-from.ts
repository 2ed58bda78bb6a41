import { isAtOrBefore } from '../view/position-codec';
import { createSharedLook, keyOf, type Look, type Looked, type ReadStandings } from './shared-look';
import { createStandingWaiters } from './standing-waiters';
import { ViewBeingBuilt, type ReadableView, type ViewStandings } from './view-standings';

/** After this the database counts as away, for all who wait. */
export const answerMilliseconds = 5_000;

interface Seen {
  readonly looked: Looked;
  readonly began: number;
}

/**
 * Standings on any reader of them. What was seen is remembered for `cacheMilliseconds` and no longer,
 * also to say yes: after two switches of generation the documents it names are gone.
 */
export function standingsFrom(
  read: ReadStandings,
  { cacheMilliseconds }: { readonly cacheMilliseconds: number },
): Omit<ViewStandings, 'parkedAmong'> {
  const remembered = new Map<string, Seen>();
  const onLook = (look: Look): void => {
    for (const [key, looked] of look.answers) remembered.set(key, { looked, began: look.began });
    waiters.hear(look);
  };
  const shared = createSharedLook(read, { onLook, patience: answerMilliseconds });
  const waiters = createStandingWaiters((views) => shared.begin(views));
  const earliest = (): number => performance.now() - cacheMilliseconds;

  const fresh = (view: ReadableView): Looked | null => {
    const seen = remembered.get(keyOf(view));
    return seen !== undefined && seen.began > earliest() ? seen.looked : null;
  };
  const look = async (view: ReadableView): Promise<Looked> => {
    const answered = shared.underWay(view, earliest()) ?? shared.begin([view]);
    const { answers } = await answered.catch((error: unknown) => {
      waiters.fail(error);
      throw error;
    });
    const looked = answers.get(keyOf(view));
    if (looked === undefined) throw new Error(`Nothing was answered for the view ${view.name}`);
    return looked;
  };

  return {
    async standing(view) {
      const looked = fresh(view) ?? (await look(view));
      if (looked instanceof ViewBeingBuilt) throw looked;
      return looked;
    },
    waitFor(view, position, timeoutMilliseconds) {
      const known = fresh(view);
      const reached =
        known !== null &&
        !(known instanceof ViewBeingBuilt) &&
        isAtOrBefore(position, known.position);
      return reached ? Promise.resolve(known) : waiters.wait(view, position, timeoutMilliseconds);
    },
  };
}
