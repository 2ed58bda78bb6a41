import type { Position } from '@jejak/domain';
import { pactRegister, type PactDocument, pactTexts, type PactTextDocument } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';

@Injectable()
export class PactService {
  constructor(private readonly views: ViewReader) {}

  async pact(id: string, after: Position | null): Promise<PactDocument & Positioned> {
    const reading = await this.views.reading([pactRegister], after);
    return replyFrom(reading, await reading.existing(pactRegister, id, `pact ${id}`));
  }

  async text(version: string, after: Position | null): Promise<PactTextDocument & Positioned> {
    const reading = await this.views.reading([pactTexts], after);
    return replyFrom(reading, await reading.existing(pactTexts, version, `pact text ${version}`));
  }
}
