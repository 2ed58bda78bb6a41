import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  acknowledgeComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  fileComplaint,
  reopenComplaint,
} from './complaint.commands';
import { ComplaintController } from './complaint.controller';
import { IdentityReading } from './identity-reading';
import { approveUnmasking, requestUnmasking, sealReporter } from './reporter.commands';
import { ReporterController } from './reporter.controller';

@Module({
  controllers: [ComplaintController, ReporterController],
  providers: [
    CommandDesk,
    IdentityReading,
    acknowledgeComplaint.handler,
    answerComplaint.handler,
    assignComplaint.handler,
    closeComplaint.handler,
    escalateComplaint.handler,
    fileComplaint.handler,
    reopenComplaint.handler,
    sealReporter.handler,
    requestUnmasking.handler,
    approveUnmasking.handler,
  ],
})
export class ComplaintModule {}
