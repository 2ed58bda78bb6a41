import { type EventStoreDBClient } from '@eventstore/db-client';
import { eventStores } from '../../../kills/event-store/kind';
import { disconnect } from '../../../kills/event-store/round';
import { createStarter, kill, type Node, type Starter } from '../../../kills/starter';

/** A node in a process of its own that goes and comes back on its directory. */
export class TestedNode {
  private constructor(
    private readonly starter: Starter<EventStoreDBClient>,
    private readonly directory: string,
    private node: Node<EventStoreDBClient>,
  ) {}

  static async start(directory: string): Promise<TestedNode> {
    const starter = createStarter(eventStores);
    return new TestedNode(starter, directory, await starter.start(directory));
  }

  get client(): EventStoreDBClient {
    const [client] = this.node.clients;
    if (client === undefined) throw new RangeError('a node without clients');
    return client;
  }

  /** For good. */
  async stop(): Promise<void> {
    await this.end();
    await this.starter.stop();
  }

  async restart(): Promise<void> {
    await this.end();
    this.node = await this.starter.start(this.directory);
  }

  /** What is under way may be lost, and its callers may wait for ever. */
  async kill(): Promise<void> {
    const { node } = this;
    await kill(node);
    this.node = await this.starter.start(this.directory);
    await disconnect(node);
  }

  private async end(): Promise<void> {
    await disconnect(this.node);
    await this.node.child.stop();
  }
}
