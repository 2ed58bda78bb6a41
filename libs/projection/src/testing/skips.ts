import { projectionStream } from '@jejak/domain';

import type { ParkedKey } from '../storage/parked';
import { signed, type Recorded } from './recorded';

/** The decision, recorded at `place`, to leave an event out at a key of a view. */
export function skipped(
  place: number,
  view: string,
  { kind, key }: ParkedKey,
  {
    id,
    stream,
    revision,
    position,
    type,
  }: Pick<Recorded, 'id' | 'stream' | 'revision' | 'position'> & {
    readonly type?: string;
  },
): Recorded {
  const { commit, prepare } = position;
  return {
    ...signed(place, 'p'),
    stream: projectionStream(view),
    event: {
      type: 'ParkedEventSkipped',
      data: {
        view,
        kind,
        key,
        event: {
          id,
          stream,
          revision: revision.toString(),
          type: type ?? 'PactSigned',
          position: `${commit.toString()}/${prepare.toString()}`,
        },
        reason: 'It was recorded by mistake',
        skippedBy: 'spec',
      },
    },
  };
}
