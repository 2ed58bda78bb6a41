import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { returnEvidence, submitEvidence, verifyEvidence } from './evidence.commands';
import { EvidenceController } from './evidence.controller';

@Module({
  controllers: [EvidenceController],
  providers: [CommandDesk, submitEvidence.handler, verifyEvidence.handler, returnEvidence.handler],
})
export class EvidenceModule {}
