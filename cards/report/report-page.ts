import { fileCountText } from '../file-counts.ts';
import {
  commissionerText,
  dangerCallout,
  disclosureCareText,
  reserveText,
  supportSection,
  supportContactSections,
} from '../support-contacts.ts';
import {
  type Action,
  type Callout,
  otherLanguageTitle,
  createMoveButtonFactory,
  link,
  type Page,
  type Section,
} from '../page.ts';
import { partnerFirstPage, partnerMoreInformationPage, partnerStepPage } from './partner-pages.ts';
import {
  hasRoomForFile,
  problemAndNoticeCallouts,
  progressText,
  questionFields,
  type ReportView,
  stepActions,
  stepPage,
  supportCallout,
  supportCallouts,
  urgentCallouts,
} from './step-page.ts';
import { reviewPage } from './review-page.ts';
import { translate } from '../../words/cards/translate.ts';
import { staffingLine, urgentStaffingLine } from '../staffing-line.ts';
import { formatDay } from '../../words/date-format.ts';
import { reportRoute } from '../../core/reporting/report-flow.ts';
import { formatReturnCode } from '../../core/model/return-code.ts';
import { returnCodeReference } from '../return-code-reference.ts';
import { nextVisitLine } from '../next-visit-line.ts';
import { answerText } from '../question-texts.ts';
import { partnerAdviceSection } from '../partner-page-texts.ts';

export function reportPage(view: ReportView): Page {
  const { at, language } = view.state;
  switch (at) {
    case 'account':
      return view.state.isReading ? moreInformationPage(view) : firstPage(view);
    case 'limits':
      return view.state.isReading ? moreInformationPage(view) : modePage(view);
    case 'code':
      return codePage(view);
    case 'about':
      return stepPage(view, at, {
        heading: translate(language, 'report.aboutHeading'),
        intro: [translate(language, 'common.optional')],
      });
    case 'signs':
      return stepPage(view, at, {
        heading: translate(language, 'report.signsHeading'),
        intro: [translate(language, 'common.optional')],
      });
    case 'knowledge':
      return stepPage(view, at, {
        heading: translate(language, 'report.knowledgeHeading'),
        intro: [translate(language, 'common.optional')],
      });
    case 'disclosure':
      return stepPage(view, at, {
        heading: translate(language, 'report.disclosureHeading'),
        intro: [translate(language, 'common.optional'), disclosureCareText(language, view.contacts)],
      });
    case 'hubFirst':
      return view.state.isReading ? partnerMoreInformationPage(view) : partnerFirstPage(view);
    case 'hubWords':
    case 'hubContact':
    case 'hubOfficer':
    case 'hubSigns':
    case 'hubMore':
      return partnerStepPage(view, at);
    case 'review':
      return reviewPage(view);
    case 'differs':
      return differentVersionPage(view);
    case 'receipt':
      return receiptPage(view);
    case 'kept':
      return draftSavedPage(view);
  }
}

/** For someone who may be frightened. docs/threat-model.md lists what it must say before its first field. */
function firstPage(view: ReportView): Page {
  const { contacts, isSealedInPage, token } = view;
  const { language, changing } = view.state;
  const move = createMoveButtonFactory(language, token);
  return {
    language,
    progress: progressText(view, 'account'),
    heading: translate(language, 'common.report'),
    callouts: [...problemAndNoticeCallouts(view), dangerCallout(view), ...supportCallouts(view)],
    sections: [
      {
        text: [
          translate(language, isSealedInPage ? 'limits.teamsSealed' : 'limits.teams'),
          translate(language, 'limits.life'),
          translate(language, 'limits.otherWays', { number: contacts.crimestoppers }),
        ],
        // Seen already, and a long report's state has no room for it four times.
        links: changing ? [] : [move(translate(language, 'limits.more'), 'more')],
      },
    ],
    fields: questionFields(view, 'account'),
    actions: stepActions(view, changing),
  };
}

function modePage(view: ReportView): Page {
  const { language, changing } = view.state;
  const move = createMoveButtonFactory(language, view.token);
  return stepPage(view, 'limits', {
    heading: translate(language, 'limits.knownHeading'),
    intro: [translate(language, 'limits.cost'), translate(language, 'limits.change')],
    links: changing ? [] : [move(translate(language, 'limits.more'), 'more')],
  });
}

/** The way here from the question of how to report begins with what each answer means. */
function moreInformationPage(view: ReportView): Page {
  const { contacts, isSealedInPage, nextVisitDay, mayReceiveMessages, shortRoles = [], state, token } = view;
  const { language, at } = state;
  const move = createMoveButtonFactory(language, token);
  const values = { reserve: contacts.reserve[language], custodians: contacts.custodians[language] };
  const isReserveShort = shortRoles.includes('reserve');
  const modes: Section = {
    heading: translate(language, 'limits.knownHeading'),
    text: (['limits.named', 'limits.confidential', 'limits.notKept', 'limits.cost'] as const).map((key) =>
      translate(language, key, values),
    ),
  };
  return {
    language,
    heading: translate(language, 'limits.more'),
    callouts: problemAndNoticeCallouts(view),
    sections: [
      ...(at === 'limits' ? [modes] : []),
      { heading: translate(language, 'ways.heading'), text: [] },
      ...supportContactSections(language, contacts),
      {
        heading: translate(language, 'limits.happensHeading'),
        text: [
          translate(language, isReserveShort ? 'limits.happensUnit' : 'limits.happens', values),
          translate(language, isReserveShort ? 'limits.reserveShort' : 'limits.reserve', values),
          staffingLine(language, view.staffing),
          translate(language, mayReceiveMessages ? 'limits.backAsked' : 'limits.back', {
            day: formatDay(language, nextVisitDay),
          }),
        ],
      },
      ...(at === 'limits' ? [] : [modes]),
      {
        heading: translate(language, 'limits.moreHeading'),
        text: [
          translate(language, 'limits.stop'),
          translate(language, isSealedInPage ? 'limits.serverSealed' : 'limits.server'),
          translate(language, 'limits.device'),
          translate(language, 'limits.ownWords'),
          translate(language, 'report.accountTold'),
          filesText(view),
          translate(language, 'limits.code'),
          translate(language, isSealedInPage ? 'limits.stays' : 'limits.twelveHours'),
        ],
      },
    ],
    actions: [
      move(translate(language, 'common.back'), 'back', 'positive'),
      move(otherLanguageTitle(language), 'language'),
    ],
  };
}

function conflictCallouts({ contacts, state: { language, answers } }: ReportView): readonly Callout[] {
  if (answers.conflict === undefined || answers.conflict === 'no') return [];
  return [
    {
      style: 'accent',
      heading: translate(language, 'report.conflictHeading'),
      text: [
        reserveText(language, contacts),
        ...(answers.conflict === 'chief' ? [commissionerText(language, contacts)] : []),
      ],
    },
  ];
}

/** In characters of the states of all buttons together: more leaves the words of the code's card no room. */
const maxTokensLength = 30_000;

function codePage(view: ReportView): Page {
  const { language } = view.state;
  const { token } = view;
  const isHub = reportRoute(view.state) === 'hub';
  const move = createMoveButtonFactory(language, token);
  // If a report is too long for this button, the card of its draft leads to the page as well.
  const file = hasRoomForFile(view) ? [move(translate(language, 'report.thenFile'), 'file')] : [];
  const ways = [
    move(translate(language, 'report.thenSend'), 'send', 'positive'),
    move(translate(language, 'report.thenDetail'), 'detail'),
    move(translate(language, 'report.thenLater', { days: view.draftDays }), 'later'),
    move(translate(language, 'common.back'), 'back'),
  ];
  const hasRoomForLanguage = (file.length + ways.length + 1) * token.length <= maxTokensLength;
  return {
    language,
    progress: progressText(view, 'code'),
    heading: translate(language, 'report.codeHeading'),
    callouts: [
      ...problemAndNoticeCallouts(view),
      ...urgentCallouts(view),
      ...conflictCallouts(view),
      ...supportCallouts(view),
    ],
    references: [codeReference(view)],
    sections: [
      {
        text: [
          translate(language, 'report.codeWrite'),
          ...(isHub ? [translate(language, 'hub.codeKeep')] : []),
          translate(language, 'report.codeOnly'),
          translate(language, isHub ? 'hub.codeLost' : 'report.codeLost'),
          ...(isHub ? [translate(language, 'hub.thenDetail')] : []),
        ],
      },
    ],
    // By itself: a row of buttons takes five.
    links: file,
    actions: [...ways, ...(hasRoomForLanguage ? [move(otherLanguageTitle(language), 'language')] : [])],
  };
}

const codeReference = ({ state, codeWords }: ReportView) =>
  returnCodeReference(state.language, formatReturnCode(state.code), codeWords);

const caseReferences = ({ state, caseId }: ReportView) =>
  caseId === undefined ? [] : [{ label: translate(state.language, 'common.reference'), value: caseId }];

const endActions = ({ state, token }: ReportView): readonly Action[] => {
  const move = createMoveButtonFactory(state.language, token);
  return [
    move(translate(state.language, 'common.done'), 'done', 'positive'),
    move(otherLanguageTitle(state.language), 'language'),
  ];
};

function nextLines({ state, contacts }: ReportView): readonly string[] {
  const { language, result } = state;
  const isHub = reportRoute(state) === 'hub';
  if (!result) return [];
  return [
    ...(result.added ? [translate(language, 'receipt.added')] : []),
    translate(language, result.urgency === 'urgent' ? 'receipt.urgent' : 'receipt.standard'),
    result.handledBy === 'reserve' ? reserveText(language, contacts) : translate(language, 'receipt.acu'),
    ...(result.chief ? [commissionerText(language, contacts)] : []),
    ...(result.passOn ? [translate(language, isHub ? 'hub.duty' : 'receipt.passOn')] : []),
  ];
}

function filesLines({ state, takesFiles }: ReportView): readonly string[] {
  const count = state.saved?.files;
  return count === undefined || (count === 0 && !takesFiles)
    ? []
    : [
        fileCountText(
          state.language,
          { kinds: 'receipt.filesOfKinds', count: 'receipt.files' },
          count,
          state.saved?.fileKinds,
        ),
      ];
}

function receiptLines(view: ReportView): readonly string[] {
  const { state } = view;
  const { language, saved } = state;
  if (saved === undefined) return [];
  const day = formatDay(language, saved.receivedOn);
  if (reportRoute(state) === 'hub') return [translate(language, 'hub.received', { day }), ...filesLines(view)];
  const mode = answerText(language, 'mode', saved.mode);
  return [translate(language, 'receipt.received', { day, mode }), ...filesLines(view)];
}

/** Without a result an earlier version is unchanged, and the page says only that. */
function receiptPage(view: ReportView): Page {
  const { language, result } = view.state;
  const isHub = reportRoute(view.state) === 'hub';
  return {
    language,
    heading: translate(language, result ? 'receipt.heading' : 'receipt.firstHeading'),
    callouts: [
      ...problemAndNoticeCallouts(view),
      ...(result?.urgency === 'urgent'
        ? [dangerCallout(view, [urgentStaffingLine(language, view.staffing, result.handledBy)])]
        : []),
      ...(result?.affected ? [supportCallout(view)] : []),
    ],
    references: [...caseReferences(view), codeReference(view)],
    sections: [
      {
        text: [
          translate(language, result ? 'receipt.thanks' : 'receipt.firstOnly'),
          ...receiptLines(view),
          ...nextLines(view),
        ],
      },
      ...(isHub && result
        ? [partnerAdviceSection(language, view.contacts, [translate(language, 'hub.tellPassed')])]
        : []),
      {
        text: [nextVisitLine(view), translate(language, isHub ? 'hub.doNotAsk' : 'receipt.noFurther')],
      },
      // Someone who sent at once was never asked.
      ...(isHub || result?.affected ? [] : [supportSection(language, view.contacts)]),
    ],
    actions: endActions(view),
  };
}

function differentVersionPage(view: ReportView): Page {
  const { language } = view.state;
  const move = createMoveButtonFactory(language, view.token);
  return {
    language,
    heading: translate(language, 'receipt.differsHeading'),
    callouts: [...problemAndNoticeCallouts(view), ...supportCallouts(view)],
    references: caseReferences(view),
    sections: [{ text: [translate(language, 'receipt.differs')] }],
    actions: [
      move(translate(language, 'receipt.add'), 'add', 'positive'),
      move(translate(language, 'receipt.leave'), 'leave'),
      move(otherLanguageTitle(language), 'language'),
    ],
  };
}

function draftSavedPage(view: ReportView): Page {
  const { filesPage } = view;
  const { language, until, addsFile } = view.state;
  const isHub = reportRoute(view.state) === 'hub';
  const kept = translate(language, 'receipt.kept', { day: formatDay(language, until ?? '') });
  const card = {
    language,
    callouts: problemAndNoticeCallouts(view),
    references: [codeReference(view)],
    actions: endActions(view),
  };
  if (addsFile && filesPage !== undefined)
    return {
      ...card,
      heading: translate(language, 'receipt.fileHeading'),
      sections: [
        {
          text: [translate(language, 'receipt.fileWrite'), translate(language, 'receipt.fileWay')],
          links: [link(translate(language, 'welcome.page'), filesPage)],
        },
        {
          text: [
            translate(language, 'receipt.fileAndroid'),
            kept,
            translate(language, 'receipt.keptCode'),
            translate(language, 'common.noFurther'),
          ],
        },
      ],
    };
  return {
    ...card,
    heading: translate(language, 'receipt.keptHeading'),
    sections: [
      {
        text: [
          kept,
          translate(language, 'receipt.keptBack'),
          translate(language, 'receipt.keptCode'),
          translate(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
        ],
      },
      ...(filesPage === undefined
        ? []
        : [
            {
              text: [translate(language, 'report.filesOnPage')],
              links: [link(translate(language, 'welcome.page'), filesPage)],
            },
          ]),
      ...(isHub ? [] : [supportSection(language, view.contacts)]),
    ],
  };
}

function filesText({ state: { language }, takesFiles, filesPage }: ReportView): string {
  if (takesFiles) return translate(language, 'report.filesLater');
  return translate(language, filesPage === undefined ? 'report.noFiles' : 'report.filesOnPage');
}
