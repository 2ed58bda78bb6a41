import { ServerError } from '../errors';
import { keyOfDocument } from '../query/run';
import { Arguments, type Command, emptyDocument } from './command';
import { hintOf } from './hint';
import { runOperations } from './operations';
import { matches } from './update-one';

export const deleteDocuments: Command = {
  options: ['deletes', 'ordered'],
  writes: true,
  async run(command, context) {
    let n = 0;
    const { writeErrors } = await runOperations(
      command,
      context,
      command.list('deletes'),
      async (from, operation) => {
        const op = new Arguments('deletes', operation, '');
        op.check(['q', 'limit', 'hint']);
        const limit = op.number('limit');
        if (limit !== 0 && limit !== 1)
          throw new ServerError(9, 'The limit field in delete objects must be 0 or 1');
        const filter = op.document('q') ?? emptyDocument;
        const hint = hintOf(from.record, op.get('hint'));
        const query = { filter, sort: [], skip: 0, limit, hint };
        for (const document of await matches(from, query, context.turn)) {
          from.remove(keyOfDocument(document), document);
          n += 1;
        }
      },
    );
    return { n, writeErrors };
  },
};
