import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { recordClaim } from './dispute.commands';
import { DisputeController } from './dispute.controller';

@Module({ controllers: [DisputeController], providers: [CommandDesk, recordClaim.handler] })
export class DisputeModule {}
