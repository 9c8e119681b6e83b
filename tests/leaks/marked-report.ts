import type { Language } from '../../core/model/language.ts';
import type { IdentityMode } from '../../core/model/questions.ts';
import type { CardClient } from '../support/journeys/page-client.ts';
import { newReporter, type Reporter, goToStep } from '../support/journeys/reporter.ts';
import { codeForms, wordsOfCode } from '../support/journeys/code-forms.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { newPerson, type TeamsPerson } from '../support/journeys/teams-activities.ts';
import type { ReachableBot } from '../support/journeys/teams-client.ts';
import type { TimeRange } from './timestamps.ts';

/** Where somebody reports, with the text of every answer that came there. */
export type ReportClient = CardClient & { readonly answers: readonly string[] };

/** Somebody's whole way through Candour, with the marks by which it is found again. */
export interface MarkedReport extends Reporter {
  readonly mode: IdentityMode;
  readonly at: ReportClient;
  readonly timeRange: TimeRange;
  /** What they wrote, and their return code in the ways it may be written. */
  readonly secrets: readonly string[];
  /** Who they are. Their ids without what stands before a colon, so that they are found in an address as well. */
  readonly identity: readonly string[];
  /** The answers from the receipt on. */
  readonly answersAfterSending: readonly string[];
}

const codeAsWritten = (code: string): readonly string[] => [
  ...new Set([...codeForms(code), code.replaceAll('-', ' ')].flatMap((text) => [text, text.toLowerCase()])),
];

/**
 * Writes, switches language, finishes later, comes back, sends, comes back again and adds: in Teams, or where `withStoreOpeningError`
 * leads. `look` is called while it goes on: after the draft, the report and the addition.
 */
export async function submitMarkedReport(
  bot: ReachableBot,
  way: { readonly mode: IdentityMode; readonly language: Language },
  look: (so: MarkedReport) => void,
  atPlace?: (person: TeamsPerson) => ReportClient,
): Promise<MarkedReport> {
  const from = bot.clock.now();
  const reporter = await newReporter(bot, newPerson(way.language === 'cy' ? 'cy-GB' : 'en-GB'));
  const { canary } = reporter;
  const { person } = reporter.teams;
  const at = atPlace?.(person) ?? reporter.teams;
  const report = { ...reporter.report, mode: way.mode };
  await at.press('report');
  await goToStep(at, report, 'account');
  at.fill('what', report.what);
  await at.press('language');
  await at.press('language');
  await goToStep(at, report, 'code');
  const code = parseCardCode(at.card());
  let sentAt = Infinity;
  const now = (): MarkedReport => ({
    ...reporter,
    at,
    report,
    mode: way.mode,
    timeRange: { from, to: bot.clock.now() },
    secrets: [canary, ...codeAsWritten(code)],
    identity: [person.name, person.objectId, person.userId.slice(3), person.conversationId.slice(2)],
    answersAfterSending: at.answers.slice(sentAt),
  });
  const comeBack = async (typed: string): Promise<void> => {
    await at.press('done');
    await at.press('comeBack');
    at.fill('code', typed);
    await at.press('next');
  };

  await at.press('later');
  look(now());
  await comeBack(code.toLowerCase());
  await at.press('resume');
  await goToStep(at, report, 'review');
  sentAt = at.answers.length;
  await at.press('send');
  look(now());
  await comeBack(wordsOfCode(code, way.language));
  at.fill('addition', `It happened again. ${canary} addition`);
  await at.press('add');
  look(now());
  await at.press('another');
  await at.press('done');
  return now();
}
