import {
  answered,
  assign,
  assigned,
  at,
  by,
  calendars,
  closed,
  filed,
  id,
  key,
} from '../testing/complaints';
import { givenFor } from '../testing/given';
import { complaint, type ComplaintCommand, type ComplaintEvent } from '.';

const given = givenFor(complaint);
const common = { complaint: id, actor: by('operator'), at, calendars };

const read = (reader: string): ComplaintCommand => ({
  type: 'ReadComplaint',
  ...common,
  actor: by(reader),
});
const readBy = (reader: string): ComplaintEvent => ({
  type: 'ComplaintRead',
  data: { ...key, readBy: reader },
});
describe('a complaint is read', () => {
  const handledBy = (handler: string): ComplaintEvent => ({
    type: 'ComplaintAssigned',
    data: { ...key, office: 'inspektorat', handler, assignedOn: '2026-02-05', late: false },
  });

  it('by whoever forwards it, until an officer is named', () => {
    given(filed()).when(read('desk')).then(readBy('desk'));
    given(filed(), assigned()).when(read('desk')).then(readBy('desk'));
    given(filed(), readBy('desk')).when(read('desk')).then(readBy('desk'));
    given().when(read('desk')).refused('complaint.not-found');
  });

  it('by the officer who answers it and nobody else, to the end', () => {
    for (const history of [
      [filed(), handledBy('ani')],
      [filed(), handledBy('ani'), answered(), closed],
    ]) {
      given(...history)
        .when(read('ani'))
        .then(readBy('ani'));
      given(...history)
        .when(read('budi'))
        .refused('complaint.reader-not-handler');
    }
    const passedOn = [filed(), handledBy('ani'), handledBy('budi')];
    given(...passedOn)
      .when(read('ani'))
      .refused('complaint.reader-not-handler');
    given(...passedOn)
      .when(read('budi'))
      .then(readBy('budi'));
  });

  it('names the officer when it is assigned, never as a blank', () => {
    const named = { ...assign('2026-02-05'), handler: 'ani' } as ComplaintCommand;
    given(filed()).when(named).then(handledBy('ani'));
    given(filed())
      .when({ ...named, handler: ' ' } as ComplaintCommand)
      .refused('complaint.blank-text');
  });
});
