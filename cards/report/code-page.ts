import { routeOf } from '../../concerns/reporting/report-flow.ts';
import { isHarmed } from '../../concerns/terms/questions.ts';
import { showReturnCode } from '../../concerns/terms/codes.ts';
import { handledByOf, urgencyOf } from '../../concerns/terms/urgency.ts';
import type { Callout } from '../callout.ts';
import { dangerCallout } from '../danger-callout.ts';
import { choiceField } from '../field.ts';
import type { Page } from '../page.ts';
import { staffingLine } from '../staffing-line.ts';
import { commissionerWay, reserveWay, supportWay } from '../ways-out.ts';
import { say } from '../../words/cards/say.ts';
import { lookAgainLine } from '../look-again-line.ts';
import { type ReportView, shownAnswers } from './report-view.ts';
import { firstCallouts, progressText, stepActions, supportCallouts } from './step-page.ts';

function answerCallouts(view: ReportView): readonly Callout[] {
  const { contacts, staffing } = view;
  const { language, answers } = view.state;
  const urgent =
    urgencyOf(answers) === 'urgent'
      ? [dangerCallout(view, [say(language, 'report.urgent'), staffingLine(language, staffing, handledByOf(answers))])]
      : [];
  if (answers.conflict === undefined || answers.conflict === 'no') return urgent;
  return [
    ...urgent,
    {
      style: 'accent',
      heading: say(language, 'report.conflictHeading'),
      text: [
        reserveWay(language, contacts),
        ...(answers.conflict === 'chief' ? [commissionerWay(language, contacts)] : []),
      ],
    },
  ];
}

export function codePage(view: ReportView): Page {
  const { language, code } = view.state;
  const isHub = routeOf(view.state) === 'hub';
  return {
    language,
    progress: progressText(view, 'code'),
    heading: say(language, 'report.codeHeading'),
    callouts: [...firstCallouts(view), ...answerCallouts(view), ...supportCallouts(view)],
    references: [{ label: say(language, 'common.code'), value: showReturnCode(code) }],
    sections: [
      {
        text: [
          say(language, 'report.codeWrite'),
          say(language, isHub ? 'hub.codeKeep' : 'report.codeKeep'),
          say(language, 'report.codeOnly'),
          lookAgainLine(view),
          say(language, isHub ? 'hub.codeLost' : 'report.codeLost'),
        ],
      },
      // Someone who sends now is asked no more questions, so everyone is told about support.
      ...(isHub || isHarmed(shownAnswers(view)) ? [] : [{ text: [supportWay(language, view.contacts)] }]),
    ],
    fields: [
      choiceField({
        language,
        id: 'then',
        label: say(language, 'report.then'),
        required: true,
        value: '',
        problems: view.problems,
        choices: [
          { title: say(language, 'report.thenSend'), value: 'send' },
          { title: say(language, isHub ? 'hub.thenDetail' : 'report.thenDetail'), value: 'detail' },
          { title: say(language, 'report.thenLater', { days: view.draftDays }), value: 'later' },
        ],
      }),
    ],
    actions: stepActions(view, true),
  };
}
