import { type Collection } from '../storage/collection';
import { type Transaction } from '../storage/transaction';

/** The collection that operations of a write go to; only what stores a document makes it. */
export class Target {
  private known: Collection | undefined;

  constructor(
    private readonly transaction: Transaction,
    private readonly database: string,
    private readonly name: string,
  ) {}

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  find(): Collection | undefined {
    return (this.known ??= this.transaction.find(this.database, this.name));
  }

  findOrCreate(): Collection {
    return (this.known ??= this.transaction.findOrCreate(this.database, this.name));
  }
}
