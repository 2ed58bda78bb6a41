import { type ActionName, requirePermission } from '@jejak/access';
import { pactStream, pactTextStream, regionStream } from '@jejak/domain';
import { type PactState, pact, pactText, publishedText } from '@jejak/domain/pact';
import { isRegistered, region } from '@jejak/domain/region';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import { optionalSourceFrom } from '../edge/parts';
import { LEDGER } from '../tokens';
import {
  DraftPact,
  PublishPact,
  PublishPactText,
  SignPact,
  SupersedePact,
  WitnessPact,
} from './pact.commands';
import { textSha256 } from './text-sha256';

/** Where there is a draft, its region decides; without one the command is refused anyway. */
function permit({ principal }: Caller, action: ActionName, state: PactState): void {
  if (state.status !== 'undrafted') requirePermission(principal, action, state.draft.region);
}

@CommandHandler(PublishPactText)
export class PublishPactTextHandler implements ICommandHandler<PublishPactText, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ version, body, caller }: PublishPactText): Promise<Outcome> {
    const { envelope, principal } = caller;
    const clauses = body.clauses.map(({ obligation, text }) => ({ obligation, text }));
    return this.ledger.handle(pactText, pactTextStream(version), envelope, (state, at) => {
      requirePermission(principal, 'pact-text.publish', null);
      return pactText.decide(state, {
        type: 'PublishPactText',
        version,
        title: body.title,
        legalBasis: body.legalBasis,
        clauses,
        sha256: textSha256(clauses),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(DraftPact)
export class DraftPactHandler implements ICommandHandler<DraftPact, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ pact: id, body, caller }: DraftPact): Promise<Outcome> {
    const { envelope, principal } = caller;
    const text = publishedText(
      await this.ledger.refer(
        pactText,
        pactTextStream(body.textVersion),
        (state) => state.status === 'published',
      ),
    );
    const regionState = await this.ledger.refer(region, regionStream(body.region), isRegistered);
    return this.ledger.handle(pact, pactStream(id), envelope, (state, at) => {
      requirePermission(principal, 'pact.draft', body.region);
      return pact.decide(state, {
        type: 'DraftPact',
        pact: id,
        region: body.region,
        textVersion: body.textVersion,
        occasion: body.occasion,
        date: body.date,
        place: body.place ?? null,
        symbolicSigners: (body.symbolicSigners ?? []).map(({ group, count }) => ({ group, count })),
        source: optionalSourceFrom(body.source),
        text,
        regionRegistered: isRegistered(regionState),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(SignPact)
export class SignPactHandler implements ICommandHandler<SignPact, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ pact: id, body, caller }: SignPact): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(pact, pactStream(id), envelope, (state, at) => {
      permit(caller, 'pact.sign', state);
      return pact.decide(state, {
        type: 'SignPact',
        signatory: {
          position: body.position,
          name: body.name ?? null,
          outside: body.outside ?? false,
        },
        signedOn: body.signedOn,
        signatureReference: body.signatureReference ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(WitnessPact)
export class WitnessPactHandler implements ICommandHandler<WitnessPact, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ pact: id, body, caller }: WitnessPact): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(pact, pactStream(id), envelope, (state, at) => {
      permit(caller, 'pact.witness', state);
      return pact.decide(state, {
        type: 'WitnessPact',
        witness: { position: body.position, name: body.name ?? null },
        capacity: body.capacity ?? null,
        witnessedOn: body.witnessedOn,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(PublishPact)
export class PublishPactHandler implements ICommandHandler<PublishPact, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ pact: id, body, caller }: PublishPact): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(pact, pactStream(id), envelope, (state, at) => {
      permit(caller, 'pact.publish', state);
      return pact.decide(state, {
        type: 'PublishPact',
        publishedOn: body.publishedOn,
        publicationReference: body.publicationReference,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(SupersedePact)
export class SupersedePactHandler implements ICommandHandler<SupersedePact, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ pact: id, body, caller }: SupersedePact): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(pact, pactStream(id), envelope, (state, at) => {
      permit(caller, 'pact.supersede', state);
      return pact.decide(state, {
        type: 'SupersedePact',
        ground: body.ground,
        reason: body.reason,
        successor: body.successor ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

/** Every handler of this context, for its module. */
export const pactHandlers = [
  PublishPactTextHandler,
  DraftPactHandler,
  SignPactHandler,
  WitnessPactHandler,
  PublishPactHandler,
  SupersedePactHandler,
];
