import { requirePermission } from '@jejak/access';
import { projectionStream } from '@jejak/domain';
import { type ParkedEvent, projection } from '@jejak/domain/projection';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { LEDGER } from '../tokens';
import { type SkipParkedEventBody } from './projection.bodies';
import { SkipParkedEvent } from './projection.commands';

@CommandHandler(SkipParkedEvent)
export class SkipParkedEventHandler implements ICommandHandler<SkipParkedEvent, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** A view holds every region, so no smaller jurisdiction covers the decision. */
  execute({ view, body, caller }: SkipParkedEvent): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(projection, projectionStream(view), envelope, (state, at) => {
      requirePermission(principal, 'projection.skip-parked-event', null);
      return projection.decide(state, {
        type: 'SkipParkedEvent',
        view,
        kind: body.kind,
        key: body.key,
        event: parkedEventFrom(body),
        reason: body.reason,
        actor: envelope.actor,
        at,
      });
    });
  }
}

const parkedEventFrom = ({
  eventId,
  stream,
  revision,
  type,
  position,
}: SkipParkedEventBody): ParkedEvent => ({ id: eventId, stream, revision, type, position });

/** Every handler of this context, for its module. */
export const projectionHandlers = [SkipParkedEventHandler];
