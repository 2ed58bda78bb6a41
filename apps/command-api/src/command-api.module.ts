import { AuthenticationGuard, type TokenVerifier } from '@jejak/access';
import { type Ledger } from '@jejak/event-store';
import { type Vault } from '@jejak/privacy';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';

import { DisputeModule } from './dispute/dispute.module';
import { ErasureModule } from './erasure/erasure.module';
import { EvidenceModule } from './evidence/evidence.module';
import { ComplaintModule } from './complaint/complaint.module';
import { DeclarationModule } from './declaration/declaration.module';
import { GratificationModule } from './gratification/gratification.module';
import { FeedModule } from './feed/feed.module';
import { FrameworkModule } from './framework/framework.module';
import { InformationModule } from './information/information.module';
import { IndicesModule } from './indices/indices.module';
import { PactModule } from './pact/pact.module';
import { PlanModule } from './plan/plan.module';
import { PolicyModule } from './policy/policy.module';
import { ProjectionModule } from './projection/projection.module';
import { RegionModule } from './region/region.module';
import { RolloutModule } from './rollout/rollout.module';
import { ScorecardModule } from './scorecard/scorecard.module';
import { answering } from './edge/answering-vault';
import { noVault } from './edge/no-vault';
import { LEDGER, VAULT } from './tokens';
import { SupervisionModule } from './supervision/supervision.module';
import { TrainingModule } from './training/training.module';
import { UnitModule } from './unit/unit.module';
import { ZoneModule } from './zone/zone.module';

export interface CommandApiDependencies {
  readonly ledger: Ledger;
  readonly tokenVerifier: TokenVerifier;
  /** Absent: commands that hold personal data are refused. */
  readonly vault?: Vault | null;
}

/**
 * Commands in, events out: one module per context. Nobody gets past without a token: the guard
 * holds for every route of the application that is not marked `Public()`.
 */
@Module({})
export class CommandApiModule {
  static with({ ledger, tokenVerifier, vault }: CommandApiDependencies): DynamicModule {
    return {
      module: CommandApiModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        RegionModule,
        UnitModule,
        RolloutModule,
        FeedModule,
        PolicyModule,
        FrameworkModule,
        EvidenceModule,
        ScorecardModule,
        PactModule,
        PlanModule,
        TrainingModule,
        SupervisionModule,
        DisputeModule,
        ZoneModule,
        ProjectionModule,
        DeclarationModule,
        ComplaintModule,
        ErasureModule,
        IndicesModule,
        GratificationModule,
        InformationModule,
      ],
      providers: [
        { provide: LEDGER, useValue: ledger },
        { provide: VAULT, useValue: vault ? answering(vault) : noVault },
        { provide: APP_GUARD, useValue: new AuthenticationGuard(tokenVerifier) },
      ],
      exports: [VAULT, LEDGER],
    };
  }
}
