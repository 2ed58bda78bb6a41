import { complaintStream } from '@jejak/domain';
import { complaint, isFiled } from '@jejak/domain/complaint';
import { type Ledger } from '@jejak/event-store';
import { problem } from '@jejak/http';
import { type Vault } from '@jejak/privacy';
import { Inject, Injectable } from '@nestjs/common';

import { LEDGER, VAULT } from '../tokens';
import { answerPlace, textPlace } from './complaint.commands';
import { type ComplaintTexts } from './complaint-texts.reply';

@Injectable()
export class ComplaintReading {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** For whose reading was recorded just now, and for nobody else: nothing is checked here. */
  async textsOf(id: string): Promise<ComplaintTexts> {
    const state = await this.ledger.refer(complaint, complaintStream(id), () => false);
    if (!isFiled(state)) throw problem('resource.not-found');
    const text = await this.vault.open(id, textPlace(id), state.sealedText);
    const answers = state.sealedAnswers.map(async ({ answeredOn, sealed }) => ({
      answeredOn,
      text: await this.vault.open(id, answerPlace(id), sealed),
    }));
    return { text, answers: await Promise.all(answers) };
  }
}
