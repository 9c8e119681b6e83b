import { routeOf } from '../../concerns/reporting/report-flow.ts';
import { showReturnCode } from '../../concerns/terms/codes.ts';
import { type Action, languageTitle, moves } from '../action.ts';
import type { Page } from '../page.ts';
import { showDay } from '../../words/days.ts';
import { commissionerWay, reserveWay, supportWay } from '../ways-out.ts';
import { say } from '../../words/cards/say.ts';
import { answerText } from '../answer-text.ts';
import { dangerCallout } from '../danger-callout.ts';
import { urgentStaffingLine } from '../staffing-line.ts';
import { lookAgainLine } from '../look-again-line.ts';
import type { ReportView } from './report-view.ts';
import { tellSection } from '../hub-words.ts';
import { firstCallouts, supportCallout, supportCallouts } from './step-page.ts';

const codeReference = ({ state }: ReportView) => ({
  label: say(state.language, 'common.code'),
  value: showReturnCode(state.code),
});

const caseReferences = ({ state, caseId }: ReportView) =>
  caseId === undefined ? [] : [{ label: say(state.language, 'common.reference'), value: caseId }];

const endActions = ({ state, token }: ReportView): readonly Action[] => {
  const move = moves(state.language, token);
  return [
    move(say(state.language, 'common.done'), 'done', 'positive'),
    move(languageTitle(state.language), 'language'),
  ];
};

function nextLines({ state, contacts }: ReportView): readonly string[] {
  const { language, result } = state;
  const isHub = routeOf(state) === 'hub';
  if (!result) return [];
  return [
    ...(result.added ? [say(language, 'receipt.added')] : []),
    say(language, result.urgency === 'urgent' ? 'receipt.urgent' : 'receipt.standard'),
    result.handledBy === 'reserve' ? reserveWay(language, contacts) : say(language, 'receipt.acu'),
    ...(result.chief ? [commissionerWay(language, contacts)] : []),
    ...(result.passOn ? [say(language, isHub ? 'hub.duty' : 'receipt.passOn')] : []),
  ];
}

function filesLines({ state, takesFiles }: ReportView): readonly string[] {
  const count = state.saved?.files;
  return count === undefined || (count === 0 && !takesFiles) ? [] : [say(state.language, 'receipt.files', { count })];
}

function factLines(view: ReportView): readonly string[] {
  const { state } = view;
  const { language, saved } = state;
  if (saved === undefined) return [];
  const day = showDay(language, saved.receivedOn);
  if (routeOf(state) === 'hub') return [say(language, 'hub.received', { day }), ...filesLines(view)];
  const mode = answerText(language, 'mode', saved.mode);
  return [say(language, 'receipt.received', { day, mode }), ...filesLines(view)];
}

/** Without a result an earlier version stayed as it was, and the page says only that. */
export function receiptPage(view: ReportView): Page {
  const { language, result } = view.state;
  const isHub = routeOf(view.state) === 'hub';
  const thanks = isHub ? 'hub.thanks' : 'receipt.thanks';
  return {
    language,
    heading: say(language, result ? 'receipt.heading' : 'receipt.firstHeading'),
    callouts: [
      ...firstCallouts(view),
      ...(result?.urgency === 'urgent'
        ? [dangerCallout(view, [urgentStaffingLine(language, view.staffing, result.handledBy)])]
        : []),
      ...(result?.affected ? [supportCallout(view)] : []),
    ],
    references: [...caseReferences(view), codeReference(view)],
    sections: [
      { text: [say(language, result ? thanks : 'receipt.firstOnly'), ...factLines(view)] },
      ...(result ? [{ heading: say(language, 'receipt.nextHeading'), text: nextLines(view) }] : []),
      ...(isHub && result ? [tellSection(language, view.contacts, [say(language, 'hub.tellPassed')])] : []),
      {
        text: [
          say(language, 'receipt.back'),
          lookAgainLine(view),
          say(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
        ],
      },
      // Someone who sent at once was never asked.
      ...(isHub || result?.affected ? [] : [{ text: [supportWay(language, view.contacts)] }]),
    ],
    actions: endActions(view),
  };
}

export function differsPage(view: ReportView): Page {
  const { language } = view.state;
  const move = moves(language, view.token);
  return {
    language,
    heading: say(language, 'receipt.differsHeading'),
    callouts: [...firstCallouts(view), ...supportCallouts(view)],
    references: caseReferences(view),
    sections: [{ text: [say(language, 'receipt.differs')] }],
    actions: [
      move(say(language, 'receipt.add'), 'add', 'positive'),
      move(say(language, 'receipt.leave'), 'leave'),
      move(languageTitle(language), 'language'),
    ],
  };
}

export function keptPage(view: ReportView): Page {
  const { language, until } = view.state;
  const isHub = routeOf(view.state) === 'hub';
  return {
    language,
    heading: say(language, 'receipt.keptHeading'),
    callouts: firstCallouts(view),
    references: [codeReference(view)],
    sections: [
      {
        text: [
          say(language, 'receipt.kept', { day: showDay(language, until ?? '') }),
          say(language, 'receipt.keptBack'),
          say(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
          ...(isHub ? [] : [supportWay(language, view.contacts)]),
        ],
      },
    ],
    actions: endActions(view),
  };
}
