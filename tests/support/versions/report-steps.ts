import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Answers } from '../../../core/model/questions.ts';
import type { Store } from '../../../core/ports/store.ts';
import { answerCard, newReporter, type Reporter, currentStep } from '../journeys/reporter.ts';
import { parseCardCode, parseCardReference } from '../journeys/saved-case.ts';
import { buttonName, type ParsedCard } from '../journeys/parsed-card.ts';
import type { SavedCard, ReachableBot } from '../journeys/teams-client.ts';
import type { SharedStore } from './shared-store.ts';

/** Somebody who reports by cards of whichever version answers, and what they have answered so far. */
export interface StepReporter extends Reporter {
  readonly given: Map<string, string>;
}

/** Somebody's report that a card said to be saved. */
export interface SentReport {
  readonly walker: StepReporter;
  readonly caseId: CaseId;
  readonly code: string;
  /** The card that it was sent from. */
  readonly last: SavedCard;
}

/** Somebody who has begun to report. */
export async function beginReport(bot: ReachableBot): Promise<StepReporter> {
  const reporter = await newReporter(bot);
  await reporter.teams.press('report');
  return { ...reporter, given: new Map() };
}

const asksWhatNext = (card: ParsedCard): boolean => card.inputs.some(({ id }) => id === 'then');

/** The card in front, as `currentStep` has it. The older version's card of the code asks what to do next. */
export const stepInFront = ({ teams }: StepReporter): string | undefined =>
  asksWhatNext(teams.card()) ? 'code' : currentStep(teams.card());

/** Leaves the card of the code, by the newer version's button or the older one's answer. */
export async function leaveCode({ teams }: StepReporter, way: 'detail' | 'later'): Promise<void> {
  if (!asksWhatNext(teams.card())) return void (await teams.press(way));
  teams.fill('then', way);
  await teams.press('next');
}

/** Answers the card in front with all that it asks, and goes on. The report is to have all detail. */
async function goOn(walker: StepReporter): Promise<void> {
  const { teams, report, given } = walker;
  answerCard(teams, report);
  for (const { id } of teams.card().inputs) {
    const answer = Object.entries(report).find(([one]) => one === id)?.[1];
    if (answer !== undefined) given.set(id, answer);
  }
  if (stepInFront(walker) === 'code') await leaveCode(walker, 'detail');
  else await teams.press('next');
}

/** Goes on until a step is in front. Throws where the way does not lead there. */
export async function goToStep(walker: StepReporter, step: string): Promise<void> {
  for (let cards = 0; stepInFront(walker) !== step; cards += 1) {
    if (cards > 12) throw new Error(`the way does not lead to ${step}`);
    await goOn(walker);
  }
}

/** Goes on to the end and sends it; `between` is called after each card. Throws where no card says that it is saved. */
export async function sendReport(walker: StepReporter, between: () => void = () => undefined): Promise<SentReport> {
  const { teams } = walker;
  const isLast = () => teams.card().buttons.some((button) => buttonName(button) === 'send');
  for (let cards = 0; !isLast(); cards += 1) {
    if (cards > 30) throw new Error('the way has no end');
    await goOn(walker);
    between();
  }
  const last = teams.keep();
  await teams.press('send');
  const caseId = parseCardReference(teams.card());
  if (caseId === undefined) throw new Error(`nothing was said to be saved: ${teams.card().text}`);
  return { walker, caseId, code: parseCardCode(teams.card()), last };
}

/** Comes back with the code, from the start. */
export async function comeBack({ walker: { teams }, code }: Pick<SentReport, 'walker' | 'code'>): Promise<void> {
  await teams.install();
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
}

/** What the unit opens of a case, with its own keys: the answers and all that was added. */
export async function decryptAtStore(
  store: Store,
  { identities }: SharedStore,
  caseId: CaseId,
): Promise<{ readonly answers: Answers; readonly added: readonly string[]; readonly unverifiedCount: number }> {
  const found = await store.cases.read(caseId);
  if (found === undefined) throw new Error('there is no such case');
  const opened = await decryptReportWithIdentities(found.value, await store.history.readAll(caseId), identities.acu);
  const { answers } = opened.report;
  return { answers, added: opened.followUps.map(({ text }) => text), unverifiedCount: opened.unverifiedCount };
}
