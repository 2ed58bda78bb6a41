import { countTerm } from '../calendar';
import { accepted, type Decision, refused } from '../decider';
import { unconfirmedIn } from '../policy/unconfirmed';
import { mustHaveHappened } from '../rules/dates';
import { mustBePseudonym } from '../rules/pseudonym';
import { refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { underPolicy } from '../rules/under-policy';
import type { FileComplaint } from './commands';
import type { ComplaintFiled } from './events';
import { type ComplaintState, isFiled } from './state';

/** SP4N-LAPOR!: forwarded within 3 working days, answered by the term of its class. */
export function fileComplaint(
  state: ComplaintState,
  command: FileComplaint,
): Decision<ComplaintFiled> {
  const { complaint, region, channel, reporter, filedOn, sealedText, calendars } = command;
  const found =
    mustBePseudonym('complaint', 'complaint', complaint) ??
    mustBePseudonym('complaint', 'reporter', reporter) ??
    mustHaveHappened('complaint', 'filedOn', filedOn, command.at) ??
    mustBeRegistered('complaint', region, command.regionRegistered) ??
    (command.reporterSealed
      ? null
      : refusal(
          'complaint.reporter-unknown',
          'the vault holds no identity for this reporter',
          'Seal the identity first, or file the complaint anonymously.',
          'reporter',
        )) ??
    (isFiled(state)
      ? refusal(
          'complaint.already-filed',
          'a complaint has this tracking identifier',
          'Draw another UUID.',
        )
      : null);
  if (found) return refused(found);
  return underPolicy('complaint', 'complaint-terms', filedOn, command.terms, (terms) => {
    const sinceFiled = { from: filedOn, countedOn: filedOn };
    const { forward: toForward, answer: toAnswer } = terms.content;
    const forward = countTerm({ term: 'forward', length: toForward, ...sinceFiled }, calendars);
    const length = toAnswer[command.class];
    const answer = countTerm({ term: 'answer', length, ...sinceFiled }, calendars);
    return accepted({
      type: 'ComplaintFiled',
      data: {
        complaint,
        region,
        channel,
        class: command.class,
        reporter,
        filedOn,
        sealedText,
        forwardBy: forward.dueOn,
        answerBy: answer.dueOn,
        counted: [forward, answer],
        policyVersion: terms.version,
        unconfirmed: unconfirmedIn(terms, 'forward', 'answer'),
      },
    });
  });
}
