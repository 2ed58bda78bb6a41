import { LRUCache } from 'lru-cache';

/** Enough for a few years and levels; a ranking of the country takes about half a MiB. */
const kept = 16;

interface Stamped<Answer> {
  readonly stamp: string;
  readonly answer: Answer;
}

/**
 * Answers that cost much and follow from documents alone, kept while those stand where they stood:
 * what is answered is never older than the stamp, which is read anew for every question.
 */
export class StampedAnswers<Answer extends object> {
  private readonly answers = new LRUCache<string, Stamped<Answer>>({ max: kept });

  /** The kept answer to the question, or what `work` makes of documents read after the stamp was. */
  async of(question: object, stamp: string, work: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(question);
    const known = this.answers.get(key);
    if (known?.stamp === stamp) return known.answer;
    const answer = await work();
    this.answers.set(key, { stamp, answer });
    return answer;
  }
}
