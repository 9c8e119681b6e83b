import { showCaseId } from '../core/model/codes.ts';
import type { Language } from '../core/model/language.ts';
import type { AlertMessage, CombinedAlert, NamedAlert, NeutralAlert } from '../core/ports/alerts.ts';
import { type Action, button, link, type Page, textPage } from './page.ts';
import { questionWordKeys } from '../words/cards/question-words.ts';
import { showDay } from '../words/days.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';

const headings: Readonly<Record<NamedAlert['reason'], Readonly<Record<NamedAlert['urgency'], WordKey>>>> = {
  new: { standard: 'alert.new', urgent: 'alert.newUrgent' },
  addition: { standard: 'alert.followUp', urgent: 'alert.followUpUrgent' },
};

/** If anyone is shut out of the case, the page names no part of it. */
export const alertPage = ({
  message,
  language,
  tab,
}: {
  readonly message: AlertMessage;
  readonly language: Language;
  readonly tab?: string | undefined;
}): Page => {
  const ways = tab === undefined ? [] : [link(say(language, 'alert.open'), tab)];
  if (message.caseId !== undefined) return namedPage(message, language, ways);
  return message.together ? combinedPage(message, language, ways) : neutralPage(message, language, ways);
};

/** No references, and no button to acknowledge them from the channel. */
const combinedPage = ({ together }: CombinedAlert, language: Language, ways: readonly Action[]): Page => ({
  language,
  heading: say(language, together.urgent > 0 ? 'alert.togetherUrgentHeading' : 'alert.togetherHeading'),
  callouts:
    together.urgent > 0
      ? [
          {
            style: 'attention',
            heading: say(language, 'alert.togetherUrgent', { count: together.urgent }),
            text: [],
          },
        ]
      : [],
  sections: [
    {
      text: [
        ...(together.fresh > 0 ? [say(language, 'alert.togetherFresh', { count: together.fresh })] : []),
        ...(together.again > 0 ? [say(language, 'alert.togetherAgain', { count: together.again })] : []),
        say(language, 'alert.togetherWhere'),
      ],
    },
  ],
  actions: ways,
});

const neutralPage = ({ urgency, oversight }: NeutralAlert, language: Language, ways: readonly Action[]): Page => ({
  language,
  heading: say(
    language,
    oversight === true ? 'alert.oversight' : urgency === 'urgent' ? 'alert.neutralUrgent' : 'alert.neutral',
  ),
  sections: [{ text: [say(language, oversight === true ? 'alert.oversightWhere' : 'alert.neutralWhere')] }],
  actions: ways,
});

function namedPage(message: NamedAlert, language: Language, ways: readonly Action[]): Page {
  const { caseId, urgency, receivedOn, kind, reason, repeated, acknowledgedOn, unopened } = message;
  const heading = say(language, headings[reason][urgency]);
  const waits = acknowledgedOn === undefined;
  return {
    language,
    heading,
    callouts:
      urgency === 'urgent' && waits ? [{ style: 'attention', heading: say(language, 'alert.atRisk'), text: [] }] : [],
    references: [{ label: say(language, 'alert.reference'), value: showCaseId(caseId) }],
    sections: [
      {
        text: [
          say(language, 'alert.receivedOn', { day: showDay(language, receivedOn) }),
          ...(kind ? [say(language, 'alert.kind', { kind: say(language, questionWordKeys.kind.options[kind]) })] : []),
          ...(repeated && waits ? [say(language, unopened ? 'alert.unopened' : 'alert.repeated')] : []),
          ...(waits ? [] : [say(language, 'alert.acknowledgedOn', { day: showDay(language, acknowledgedOn) })]),
        ],
      },
    ],
    actions: [
      ...(waits
        ? [button(say(language, 'alert.acknowledge'), { verb: 'acknowledge', caseId, language }, 'positive')]
        : []),
      ...ways,
    ],
  };
}

/** The text that notifications show: it never says what the alert is about. */
export const alertSummary = (language: Language): string => say(language, 'alert.summary');

interface DailyCount {
  readonly language: Language;
  readonly overdue: number;
  readonly dueSoon: number;
}

export const dailyCountPage = ({ language, overdue, dueSoon }: DailyCount): Page =>
  textPage(
    language,
    'alert.dailyCount',
    say(language, 'alert.overdue', { count: overdue }),
    say(language, 'alert.dueSoon', { count: dueSoon }),
    say(language, 'alert.dailyWhere'),
  );
