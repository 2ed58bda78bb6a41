import { LRUCache } from 'lru-cache';

/** Enough for a few years and levels; a ranking of the country takes about half a MiB. */
const kept = 16;

/** What tells whether the documents behind an answer have changed. */
export interface Stamps {
  /** Where their views stand, known already; null where that does not tell: see `ViewReading`. */
  readonly standing: string | null;
  /** Reads where the documents themselves stand, which may be where they were when a view moved on. */
  readonly read: () => Promise<string>;
}

interface Stamped<Answer> {
  readonly standing: string | null;
  readonly stamp: string;
  readonly answer: Answer;
}

/**
 * Answers that cost much and follow from documents alone, kept while those stand where they stood:
 * what is answered is never older than the request's standing.
 */
export class StampedAnswers<Answer extends object> {
  private readonly answers = new LRUCache<string, Stamped<Answer>>({ max: kept });

  /** The kept answer to the question, or what `work` makes of documents read after the stamp was. */
  async of(question: object, stamps: Stamps, work: () => Promise<Answer>): Promise<Answer> {
    const { standing } = stamps;
    const key = JSON.stringify(question);
    const known = this.answers.get(key);
    if (known !== undefined && standing !== null && known.standing === standing) {
      return known.answer;
    }
    const stamp = await stamps.read();
    const answer = known?.stamp === stamp ? known.answer : await work();
    this.answers.set(key, { standing, stamp, answer });
    return answer;
  }
}
