import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  acknowledgeComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  fileComplaint,
  readComplaint,
  reopenComplaint,
} from './complaint.commands';
import { ComplaintController } from './complaint.controller';
import { ComplaintReading } from './complaint-reading';
import { IdentityReading } from './identity-reading';
import { approveUnmasking, requestUnmasking, sealReporter } from './reporter.commands';
import { ReporterController } from './reporter.controller';

@Module({
  controllers: [ComplaintController, ReporterController],
  providers: [
    CommandDesk,
    ComplaintReading,
    IdentityReading,
    acknowledgeComplaint.handler,
    answerComplaint.handler,
    assignComplaint.handler,
    closeComplaint.handler,
    escalateComplaint.handler,
    fileComplaint.handler,
    readComplaint.handler,
    reopenComplaint.handler,
    sealReporter.handler,
    requestUnmasking.handler,
    approveUnmasking.handler,
  ],
})
export class ComplaintModule {}
