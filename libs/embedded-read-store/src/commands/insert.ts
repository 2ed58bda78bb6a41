import { type Command } from './command';
import { runOperations } from './operations';

export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    let n = 0;
    const { writeErrors } = await runOperations(
      command,
      context,
      command.list('documents'),
      (into, document) => {
        into.insert(document);
        n += 1;
      },
    );
    return { n, writeErrors };
  },
};
