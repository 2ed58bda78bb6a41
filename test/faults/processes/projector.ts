import type { Position } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';

import { serve } from '../../bench/processes/serve';
import { ask, type Request } from '../ask';
import { type Assignment, project, type Projecting } from '../project';

interface Waiting {
  readonly position: Position;
  readonly milliseconds: number;
}

/** A projector in a process that can be killed and paused; one assignment after the other. */
async function projector({ eventStore }: { readonly eventStore: string }) {
  const log = createEventStore({ connectionString: eventStore });
  let working: Projecting | null = null;
  const end = async (): Promise<void> => {
    const ending = working;
    working = null;
    await ending?.runtime.stop();
    await ending?.client.close();
  };
  const begin = async (assignment: Assignment): Promise<void> => {
    working = await project(assignment, log);
  };
  const reached = async ({ position, milliseconds }: Waiting): Promise<boolean> =>
    working !== null &&
    (await working.runtime.waitFor(
      working.runtime.status().map(({ name }) => name),
      position,
      milliseconds,
    ));
  const asked = async (request: Request): Promise<string | null> =>
    working === null ? null : ask(working.runtime, request);
  const stop = async (): Promise<void> => {
    await end();
    await log.close();
  };
  return Promise.resolve({ methods: { begin, end, reached, ask: asked }, stop });
}

serve(projector);
