import { commissionerWay, dangerCallout, disclosureCare, reserveWay, supportWay, waysOut } from '../support-links.ts';
import { type Action, type Callout, languageTitle, moves, type Page } from '../page.ts';
import { hubFirstPage, hubMorePage, hubStepPage } from './partner-pages.ts';
import {
  firstCallouts,
  progressText,
  questionFields,
  type ReportView,
  shownAnswers,
  stepActions,
  stepPage,
  supportCallout,
  supportCallouts,
} from './step-page.ts';
import { reviewPage } from './review-page.ts';
import { say } from '../../words/cards/translate.ts';
import { staffingLine, urgentStaffingLine } from '../staffing-line.ts';
import { showDay } from '../../words/days.ts';
import { routeOf } from '../../core/reporting/report-flow.ts';
import { isHarmed } from '../../core/model/questions.ts';
import { showReturnCode } from '../../core/model/codes.ts';
import { handledByOf, urgencyOf } from '../../core/model/urgency.ts';
import { choiceField } from '../field.ts';
import { lookAgainLine } from '../next-visit-line.ts';
import { answerText } from '../question-field.ts';
import { tellSection } from '../partner-texts.ts';

export function reportPage(view: ReportView): Page {
  const { at, language } = view.state;
  switch (at) {
    case 'limits':
      return view.state.isReading ? morePage(view) : limitsPage(view);
    case 'account':
      return stepPage(view, at, {
        heading: say(language, 'report.accountHeading'),
        callouts: [dangerCallout(view)],
        intro: [
          say(language, 'report.accountIntro'),
          say(language, 'report.accountTold'),
          say(language, 'common.noFurther'),
          say(language, view.takesFiles ? 'report.filesLater' : 'report.noFiles'),
        ],
      });
    case 'code':
      return codePage(view);
    case 'about':
      return stepPage(view, at, {
        heading: say(language, 'report.aboutHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'signs':
      return stepPage(view, at, {
        heading: say(language, 'report.signsHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'knowledge':
      return stepPage(view, at, {
        heading: say(language, 'report.knowledgeHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'disclosure':
      return stepPage(view, at, {
        heading: say(language, 'report.disclosureHeading'),
        intro: [say(language, 'common.optional'), disclosureCare(language, view.contacts)],
      });
    case 'hubFirst':
      return view.state.isReading ? hubMorePage(view) : hubFirstPage(view);
    case 'hubWhy':
    case 'hubWords':
    case 'hubRisk':
    case 'hubContact':
    case 'hubOfficer':
    case 'hubSigns':
    case 'hubMore':
      return hubStepPage(view, at);
    case 'review':
      return reviewPage(view);
    case 'differs':
      return differsPage(view);
    case 'receipt':
      return receiptPage(view);
    case 'kept':
      return keptPage(view);
  }
}

/** The first card, for someone who may be frightened. docs/threat-model.md lists what it must say. */
function limitsPage(view: ReportView): Page {
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

function morePage(view: ReportView): Page {
  const { contacts, isSealedInPage, shortRoles = [], state, token } = view;
  const { language } = state;
  const move = moves(language, token);
  return {
    language,
    heading: say(language, 'limits.more'),
    callouts: firstCallouts(view),
    sections: [
      { heading: say(language, 'ways.heading'), text: [] },
      ...waysOut(language, contacts),
      {
        heading: say(language, 'limits.moreHeading'),
        text: [
          say(language, 'limits.stop'),
          shortRoles.includes('reserve')
            ? say(language, 'limits.reserveShort')
            : say(language, 'limits.reserve', { reserve: contacts.reserve[language] }),
          say(language, isSealedInPage ? 'limits.serverSealed' : 'limits.server'),
          say(language, 'limits.device'),
          say(language, 'limits.ownWords'),
          say(language, 'limits.code'),
          say(language, isSealedInPage ? 'limits.stays' : 'limits.twelveHours'),
        ],
      },
    ],
    actions: [move(say(language, 'common.back'), 'back', 'positive'), move(languageTitle(language), 'language')],
  };
}

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

function codePage(view: ReportView): Page {
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
function receiptPage(view: ReportView): Page {
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

function differsPage(view: ReportView): Page {
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

function keptPage(view: ReportView): Page {
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
