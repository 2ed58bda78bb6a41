import { countTerm, isAfter, type LastDay, lastDayInWords } from '../calendar';
import { accepted, type Decision, type Refusal, refused } from '../decider';
import { unconfirmedIn } from '../policy/unconfirmed';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { underPolicy } from '../rules/under-policy';
import type {
  AcknowledgeComplaint,
  AnswerComplaint,
  AssignComplaint,
  CloseComplaint,
  EscalateComplaint,
  ReopenComplaint,
} from './commands';
import type {
  ComplaintAcknowledged,
  ComplaintAnswered,
  ComplaintAssigned,
  ComplaintClosed,
  ComplaintEscalated,
  ComplaintReopened,
} from './events';
import type { OpenedComplaint } from './state';

type Status = OpenedComplaint['status'];

const mustBe = (state: OpenedComplaint, ...statuses: readonly Status[]): Refusal | null =>
  statuses.includes(state.status)
    ? null
    : refusal(
        'complaint.wrong-state',
        `the complaint is ${state.status}`,
        `This is recorded of a complaint that is ${statuses.join(' or ')}.`,
      );

const mustFollow = (
  state: OpenedComplaint,
  field: string,
  day: string,
  at: string,
): Refusal | null =>
  mustHaveHappened('complaint', field, day, at) ??
  (day >= state.lastOn
    ? null
    : refusal(
        'complaint.out-of-order',
        `${field} ${day} lies before ${state.lastOn}, the day of the last fact`,
        `Give a day from ${state.lastOn} on.`,
        field,
      ));

export const acknowledgeComplaint = (
  state: OpenedComplaint,
  { acknowledgedOn, at }: AcknowledgeComplaint,
): Decision<ComplaintAcknowledged> =>
  recordUnless(
    mustBe(state, 'filed') ?? mustFollow(state, 'acknowledgedOn', acknowledgedOn, at),
    () => ({ type: 'ComplaintAcknowledged', data: { ...state.key, acknowledgedOn } }),
  );

/** An assigned complaint can be passed on to another office; the term to forward ran once. */
export const assignComplaint = (
  state: OpenedComplaint,
  { office, handler, assignedOn, at }: AssignComplaint,
): Decision<ComplaintAssigned> =>
  recordUnless(
    mustBe(state, 'filed', 'acknowledged', 'assigned') ??
      mustBeSlug('complaint', 'office', office) ??
      mustNotBeBlank('complaint', 'handler', handler) ??
      mustFollow(state, 'assignedOn', assignedOn, at),
    () => ({
      type: 'ComplaintAssigned',
      data: {
        ...state.key,
        office,
        handler,
        assignedOn,
        late: state.status === 'assigned' ? null : isAfter(assignedOn, state.forwardBy),
      },
    }),
  );

export function answerComplaint(
  state: OpenedComplaint,
  { answeredOn, sealedAnswer, terms, calendars, at }: AnswerComplaint,
): Decision<ComplaintAnswered> {
  const found = mustBe(state, 'assigned') ?? mustFollow(state, 'answeredOn', answeredOn, at);
  if (found) return refused(found);
  return underPolicy('complaint', 'complaint-terms', answeredOn, terms, ({ content }) => {
    const reply = countTerm(
      { term: 'reply', length: content.close, from: answeredOn, countedOn: answeredOn },
      calendars,
    );
    return accepted({
      type: 'ComplaintAnswered',
      data: {
        ...state.key,
        answeredOn,
        sealedAnswer,
        late: isAfter(answeredOn, state.answerBy),
        replyBy: reply.dueOn,
        counted: [reply],
      },
    });
  });
}

const waitingMustBeOver = (
  { replyBy }: OpenedComplaint,
  { ground, closedOn }: CloseComplaint,
): Refusal | null =>
  ground === 'consent' || isAfter(closedOn, replyBy) === true
    ? null
    : refusal(
        'complaint.reply-awaited',
        `the reporter may reply until ${replyBy ? lastDayInWords(replyBy) : 'an unknown day'}`,
        `Close it ${typeof replyBy?.dueOn !== 'string' ? '' : `after ${replyBy.dueOn}, or `}with the reporter's consent.`,
        'closedOn',
      );

/** Closed when it was answered and the reporter agrees, or did not reply in ten working days. */
export const closeComplaint = (
  state: OpenedComplaint,
  command: CloseComplaint,
): Decision<ComplaintClosed> =>
  recordUnless(
    mustBe(state, 'answered') ??
      mustFollow(state, 'closedOn', command.closedOn, command.at) ??
      waitingMustBeOver(state, command),
    () => ({
      type: 'ComplaintClosed',
      data: { ...state.key, closedOn: command.closedOn, ground: command.ground },
    }),
  );

/** The same office has the term of the class once more. */
export function reopenComplaint(
  state: OpenedComplaint,
  { reopenedOn, ground, terms, calendars, at }: ReopenComplaint,
): Decision<ComplaintReopened> {
  const found =
    mustBe(state, 'answered', 'closed') ?? mustFollow(state, 'reopenedOn', reopenedOn, at);
  if (found) return refused(found);
  return underPolicy('complaint', 'complaint-terms', reopenedOn, terms, (inForce) => {
    const length = inForce.content.answer[state.class];
    const answer = countTerm(
      { term: 'answer', length, from: reopenedOn, countedOn: reopenedOn },
      calendars,
    );
    return accepted({
      type: 'ComplaintReopened',
      data: {
        ...state.key,
        reopenedOn,
        ground,
        wasClosed: state.status === 'closed',
        answerBy: answer.dueOn,
        counted: [answer],
        policyVersion: inForce.version,
        unconfirmed: unconfirmedIn(inForce, 'answer'),
      },
    });
  });
}

/** The term that runs for what is to be done next; null where no calendar gives it. */
const lastDayToAct = ({ status, forwardBy, answerBy }: OpenedComplaint): LastDay =>
  status === 'assigned' || (forwardBy.dueOn === null && forwardBy.calendarEndsOn === null)
    ? answerBy
    : forwardBy;

/** Nothing is overdue before its term has passed, or once it was answered. */
function mustBeOverdue(
  state: OpenedComplaint,
  { ground, escalatedOn }: EscalateComplaint,
): Refusal | null {
  if (ground !== 'overdue') return null;
  const last = lastDayToAct(state);
  if (state.status !== 'answered' && isAfter(escalatedOn, last) !== false) return null;
  return refusal(
    'complaint.not-overdue',
    state.status === 'answered'
      ? 'the complaint was answered'
      : `there is time to ${state.status === 'assigned' ? 'answer' : 'forward'} it until ${lastDayInWords(last)}`,
    'Give the ground on which it is escalated all the same.',
    'ground',
  );
}

export const escalateComplaint = (
  state: OpenedComplaint,
  command: EscalateComplaint,
): Decision<ComplaintEscalated> => {
  const { to, escalatedOn, ground, at } = command;
  return recordUnless(
    mustBe(state, 'filed', 'acknowledged', 'assigned', 'answered') ??
      mustBeSlug('complaint', 'to', to) ??
      mustFollow(state, 'escalatedOn', escalatedOn, at) ??
      mustBeOverdue(state, command),
    () => ({ type: 'ComplaintEscalated', data: { ...state.key, to, escalatedOn, ground } }),
  );
};
