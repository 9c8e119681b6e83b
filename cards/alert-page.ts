import { formatCaseId } from '../core/model/case-id.ts';
import type { Language } from '../core/model/language.ts';
import type { AlertMessage, CombinedAlert, NamedAlert, NeutralAlert } from '../core/ports/alerts.ts';
import { type Action, button, link, type Page, textPage } from './page.ts';
import { questionWordKeys } from '../words/cards/question-word-keys.ts';
import { formatDay } from '../words/date-format.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';

const headings: Readonly<Record<NamedAlert['reason'], Readonly<Record<NamedAlert['urgency'], WordKey>>>> = {
  new: { standard: 'alert.new', urgent: 'alert.newUrgent' },
  addition: { standard: 'alert.followUp', urgent: 'alert.followUpUrgent' },
};

/** If anyone is excluded from the case, the page names no part of it. */
export const alertPage = ({
  message,
  language,
  tab,
}: {
  readonly message: AlertMessage;
  readonly language: Language;
  readonly tab?: string | undefined;
}): Page => {
  const ways = tab === undefined ? [] : [link(translate(language, 'alert.open'), tab)];
  if (message.caseId !== undefined) return namedPage(message, language, ways);
  return message.together ? combinedPage(message, language, ways) : neutralPage(message, language, ways);
};

const combinedPage = ({ together }: CombinedAlert, language: Language, ways: readonly Action[]): Page => ({
  language,
  heading: translate(language, together.urgent > 0 ? 'alert.togetherUrgentHeading' : 'alert.togetherHeading'),
  callouts:
    together.urgent > 0
      ? [
          {
            style: 'attention',
            heading: translate(language, 'alert.togetherUrgent', { count: together.urgent }),
            text: [],
          },
        ]
      : [],
  sections: [
    {
      text: [
        ...(together.fresh > 0 ? [translate(language, 'alert.togetherFresh', { count: together.fresh })] : []),
        ...(together.again > 0 ? [translate(language, 'alert.togetherAgain', { count: together.again })] : []),
        translate(language, 'alert.togetherWhere'),
      ],
    },
  ],
  actions: ways,
});

const neutralPage = ({ urgency, oversight }: NeutralAlert, language: Language, ways: readonly Action[]): Page => ({
  language,
  heading: translate(
    language,
    oversight === true ? 'alert.oversight' : urgency === 'urgent' ? 'alert.neutralUrgent' : 'alert.neutral',
  ),
  sections: [{ text: [translate(language, oversight === true ? 'alert.oversightWhere' : 'alert.neutralWhere')] }],
  actions: ways,
});

function namedPage(message: NamedAlert, language: Language, ways: readonly Action[]): Page {
  const { caseId, urgency, receivedOn, kind, reason, repeated, acknowledgedOn, unopened } = message;
  const heading = translate(language, headings[reason][urgency]);
  const waits = acknowledgedOn === undefined;
  return {
    language,
    heading,
    callouts:
      urgency === 'urgent' && waits
        ? [{ style: 'attention', heading: translate(language, 'alert.atRisk'), text: [] }]
        : [],
    references: [{ label: translate(language, 'alert.reference'), value: formatCaseId(caseId) }],
    sections: [
      {
        text: [
          translate(language, 'alert.receivedOn', { day: formatDay(language, receivedOn) }),
          ...(kind
            ? [translate(language, 'alert.kind', { kind: translate(language, questionWordKeys.kind.options[kind]) })]
            : []),
          ...(repeated && waits ? [translate(language, unopened ? 'alert.unopened' : 'alert.repeated')] : []),
          ...(waits ? [] : [translate(language, 'alert.acknowledgedOn', { day: formatDay(language, acknowledgedOn) })]),
        ],
      },
    ],
    actions: [
      ...(waits
        ? [button(translate(language, 'alert.acknowledge'), { verb: 'acknowledge', caseId, language }, 'positive')]
        : []),
      ...ways,
    ],
  };
}

/** Shown by notifications, so it never says what the alert is about. */
export const alertSummary = (language: Language): string => translate(language, 'alert.summary');

interface DailyCount {
  readonly language: Language;
  readonly overdue: number;
  readonly dueSoon: number;
}

export const dailyCountPage = ({ language, overdue, dueSoon }: DailyCount): Page =>
  textPage(
    language,
    'alert.dailyCount',
    translate(language, 'alert.overdue', { count: overdue }),
    translate(language, 'alert.dueSoon', { count: dueSoon }),
    translate(language, 'alert.dailyWhere'),
  );
