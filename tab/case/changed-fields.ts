import type { CaseView } from '../../contract/operation-answers.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { categoryText, flagText, gradingCodes, outcomeText, referralText, regimeText } from '../ui/case-labels.ts';
import { statusText, urgencyText } from '../ui/labels.ts';
import { personName } from '../ui/person-name.ts';
import type { Tab } from '../ui/tab-context.ts';

type Words = Pick<Tab, 'translate' | 'language' | 'me'>;
type FieldText = (tab: Words, view: CaseView) => string | undefined;

/** By the labels that the page shows them with. `undefined` if nothing is recorded. */
const fieldTexts: readonly (readonly [label: WordKey, text: FieldText])[] = [
  ['case.status', ({ translate }, { record }) => statusText(translate, record.status)],
  ['case.urgency', ({ translate }, { record }) => urgencyText(translate, record.urgency)],
  [
    'case.with',
    (tab, { record, people }) =>
      record.assignee === undefined
        ? tab.translate('case.withNobody')
        : personName(tab, { objectId: record.assignee }, people),
  ],
  [
    'case.category',
    ({ translate }, { record }) => record.nationalCategory && categoryText(translate, record.nationalCategory),
  ],
  ['case.grading', (_, { record }) => record.grading && gradingCodes(record.grading)],
  [
    'case.flags',
    ({ translate }, { record }) => record.flags.map((flag) => flagText(translate, flag)).join(', ') || undefined,
  ],
  ['work.regime', ({ translate }, { record }) => record.regime && regimeText(translate, record.regime)],
  [
    'case.referral',
    ({ translate }, { record }) => record.referral && referralText(translate, record.referral.decision),
  ],
  ['case.outcome', ({ translate }, { record }) => record.outcome && outcomeText(translate, record.outcome)],
  ['case.reviewOn', ({ language }, { record }) => record.reviewOn && formatDay(language, record.reviewOn)],
  ['retention.reviewHeading', ({ translate }, { record }) => (record.hold ? translate('case.onHold') : undefined)],
];

/** A sentence for each field that differs, with what it was and what it is. */
export const changedFieldSentences = (tab: Words, before: CaseView, now: CaseView): readonly string[] =>
  fieldTexts.flatMap(([label, textOf]) => {
    const [was, is] = [textOf(tab, before), textOf(tab, now)];
    if (was === is) return [];
    const nothing = tab.translate('case.movedNothing');
    return [
      tab.translate('case.movedField', { field: tab.translate(label), before: was ?? nothing, after: is ?? nothing }),
    ];
  });
