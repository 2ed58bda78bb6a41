import { projectionStream } from '@jejak/domain';
import { projection } from '@jejak/domain/projection';

import { commandsOn } from '../edge/command-on';
import { SkipParkedEventBody } from './projection.bodies';

const onProjection = commandsOn(projection, projectionStream);

/** A view holds every region, so no smaller jurisdiction covers the decision. */
export const skipParkedEvent = onProjection(SkipParkedEventBody, {
  action: 'projection.skip-parked-event',
  region: () => null,
  command: ({ key: view, body: { eventId, stream, revision, type, position, ...body } }) => ({
    type: 'SkipParkedEvent',
    view,
    kind: body.kind,
    key: body.key,
    event: { id: eventId, stream, revision, type, position },
    reason: body.reason,
  }),
});
