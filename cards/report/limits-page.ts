import { moves } from '../action.ts';
import { dangerCallout } from '../danger-callout.ts';
import type { Page } from '../page.ts';
import { staffingLine } from '../staffing-line.ts';
import { showDay } from '../../words/days.ts';
import { say } from '../../words/cards/say.ts';
import type { ReportView } from './report-view.ts';
import { firstCallouts, progressText, questionFields, stepActions } from './step-page.ts';

/** The first card, for someone who may be frightened. docs/threat-model.md lists what it must say. */
export function limitsPage(view: ReportView): Page {
  const { contacts, isSealedInPage, lookAgainOn, mayBeAsked, shortRoles = [], token } = view;
  const { language, changing } = view.state;
  const move = moves(language, token);
  return {
    language,
    progress: progressText(view, 'limits'),
    heading: say(language, 'common.report'),
    callouts: [...firstCallouts(view), dangerCallout(view)],
    sections: [
      {
        heading: say(language, 'limits.happensHeading'),
        text: [
          ...(shortRoles.includes('reserve')
            ? [say(language, 'limits.happensUnit'), say(language, 'limits.reserveShort')]
            : [say(language, 'limits.happens', { reserve: contacts.reserve[language] })]),
          staffingLine(language, view.staffing),
          say(language, mayBeAsked ? 'limits.backAsked' : 'limits.back', { day: showDay(language, lookAgainOn) }),
        ],
      },
      {
        heading: say(language, 'limits.promiseHeading'),
        text: [
          say(language, isSealedInPage ? 'limits.teamsSealed' : 'limits.teams'),
          say(language, 'limits.life'),
          say(language, 'limits.cost'),
        ],
        // Someone who changes an answer has seen this before, and the state of a long report has no room for it four
        // times.
        links: changing ? [] : [move(say(language, 'limits.more'), 'more')],
      },
    ],
    fields: questionFields(view, 'limits'),
    actions: stepActions(view, changing),
  };
}
