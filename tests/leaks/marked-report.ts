import type { Language } from '../../concerns/language.ts';
import type { Mode } from '../../concerns/questions.ts';
import { newReporter, type Reporter, walkTo } from '../journeys/reporter.ts';
import { codeOn } from '../journeys/saved-case.ts';
import { newPerson } from '../journeys/teams-activities.ts';
import type { ReachableBot } from '../journeys/teams-client.ts';
import type { Stretch } from './instants.ts';

/** Somebody's whole way through Candour, with the marks by which it is found again. */
export interface MarkedReport extends Reporter {
  readonly mode: Mode;
  readonly stretch: Stretch;
  /** What they wrote, and their return code in the ways it may be written. */
  readonly secrets: readonly string[];
  /** Who they are. Their ids without what stands before a colon, so that they are found in an address as well. */
  readonly identity: readonly string[];
  /** The answers from the receipt on. */
  readonly answersAfterSending: readonly string[];
}

const codeAsWritten = (code: string): readonly string[] =>
  [code, code.replaceAll('-', ''), code.replaceAll('-', ' ')].flatMap((text) => [text, text.toLowerCase()]);

/**
 * Writes, switches language, finishes later, comes back, sends, comes back again and adds. `look` is called while it
 * goes on: after the draft, the report and the addition.
 */
export async function markedReport(
  bot: ReachableBot,
  way: { readonly mode: Mode; readonly language: Language },
  look: (so: MarkedReport) => void,
): Promise<MarkedReport> {
  const from = bot.clock.now();
  const reporter = await newReporter(bot, newPerson(way.language === 'cy' ? 'cy-GB' : 'en-GB'));
  const { teams, canary, person } = { ...reporter, person: reporter.teams.person };
  const report = { ...reporter.report, mode: way.mode };
  await teams.press('report');
  await walkTo(teams, report, 'account');
  teams.fill('what', report.what);
  await teams.press('language');
  await teams.press('language');
  await walkTo(teams, report, 'code');
  const code = codeOn(teams.card());
  let sentAt = Infinity;
  const now = (): MarkedReport => ({
    ...reporter,
    report,
    mode: way.mode,
    stretch: { from, to: bot.clock.now() },
    secrets: [canary, ...codeAsWritten(code)],
    identity: [person.name, person.objectId, person.userId.slice(3), person.conversationId.slice(2)],
    answersAfterSending: teams.answers.slice(sentAt),
  });
  const comeBack = async (typed: string): Promise<void> => {
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', typed);
    await teams.press('next');
  };

  teams.fill('then', 'later');
  await teams.press('next');
  look(now());
  await comeBack(code.toLowerCase());
  await teams.press('resume');
  await walkTo(teams, report, 'review');
  sentAt = teams.answers.length;
  await teams.press('send');
  look(now());
  await comeBack(code.replaceAll('-', ''));
  teams.fill('addition', `It happened again. ${canary} addition`);
  await teams.press('add');
  look(now());
  await teams.press('another');
  await teams.press('done');
  return now();
}
