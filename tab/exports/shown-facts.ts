import type { ExportedContent } from '../../concerns/casework/exported-case.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { showDay } from '../../words/days.ts';
import { deadlineText, kindName, routeText, statusText, urgencyText } from '../parts/named.ts';
import {
  actionText,
  assessmentText,
  categoryText,
  flagText,
  handlingText,
  modeText,
  outcomeText,
  partnerTypeText,
  referralText,
  regimeText,
  sanitisationText,
  sourceText,
} from '../parts/named-in-case.ts';
import type { Tab } from '../parts/tab-context.ts';
import type { WordKey } from '../../words/tab/say.ts';

export interface ShownFact {
  readonly label: string;
  readonly value: string;
}

function gradingValue(say: Tab['say'], { grading }: ExportedContent): string | undefined {
  if (grading === undefined) return undefined;
  const { source, assessment, handling, action, sanitisation } = grading;
  return [
    sourceText(say, source),
    assessmentText(say, assessment),
    handlingText(say, handling),
    ...(action ? [actionText(say, action)] : []),
    ...(sanitisation ? [sanitisationText(say, sanitisation)] : []),
  ].join('; ');
}

export function shownFacts(say: Tab['say'], language: Language, content: ExportedContent): readonly ShownFact[] {
  const day = (text: string | undefined) => text && showDay(language, text);
  const { days, referral } = content;
  const isWhole = content.what === 'whole';
  const facts: readonly (readonly [WordKey, string | undefined])[] = [
    ['exports.receivedOn', day(content.receivedOn)],
    ['exports.urgency', urgencyText(say, content.urgency)],
    ['exports.kind', kindName(say, content.kind)],
    ['exports.status', statusText(say, content.status)],
    ['exports.outcome', content.outcome && outcomeText(say, content.outcome)],
    ['exports.category', content.category && categoryText(say, content.category)],
    ['exports.grading', gradingValue(say, content)],
    ['exports.flags', content.flags.map((flag) => flagText(say, flag)).join('; ') || undefined],
    ['exports.regime', content.regime && regimeText(say, content.regime)],
    ['exports.referral', referralText(say, referral?.decision ?? 'undecided')],
    ['exports.referralOn', day(referral?.on)],
    ['exports.acknowledgedOn', day(days.acknowledgedOn)],
    ['exports.triagedOn', day(days.triagedOn)],
    ['exports.updatedOn', content.what === 'whole' ? day(content.days.updatedOn) : undefined],
    ['exports.closedOn', day(days.closedOn)],
    ['exports.reviewOn', day(days.reviewOn)],
    ...content.clocks.map(
      ({ clock, dueOn }) => ['exports.dueOn', `${deadlineText(say, clock)}: ${showDay(language, dueOn)}`] as const,
    ),
    ['exports.route', isWhole && content.report.route ? routeText(say, content.report.route) : undefined],
    [
      'exports.partnerType',
      isWhole && content.report.partnerType ? partnerTypeText(say, content.report.partnerType) : undefined,
    ],
    ['exports.mode', content.what === 'whole' ? modeText(say, content.report.mode) : undefined],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label: say(label), value }]));
}
