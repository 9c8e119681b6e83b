import { questions, type Answers, type PartnerQuestionId, type QuestionId } from '../../../core/model/questions.ts';
import { newCanary } from './new-canary.ts';
import type { CardClient } from './page-client.ts';
import { buttonName, type ParsedCard } from './parsed-card.ts';
import { type ReachableBot, createTeamsClient, type TeamsClient } from './teams-client.ts';
import { newPerson, type TeamsPerson } from './teams-activities.ts';

/** Somebody who reports: their Teams, and a mark that stands in every word they write. */
export interface Reporter {
  readonly teams: TeamsClient;
  readonly canary: string;
  /** The report that they have in mind: every question of the staff answered, every text marked. */
  readonly report: Readonly<Record<Exclude<QuestionId, PartnerQuestionId>, string>>;
}

const reportWith = (canary: string): Reporter['report'] => ({
  mode: 'confidential',
  what: `An officer visits a witness at home, late and alone.\nIt began in March. ${canary} what`,
  risk: 'no',
  conflict: 'no',
  kind: 'boundaries',
  who: `A sergeant on the night shift ${canary} who`,
  towards: 'public',
  where: `At the far end of the car park ${canary} where`,
  when: `Most Fridays since March ${canary} when`,
  ongoing: 'yes',
  signs: 'contact,gifts,caseClosed',
  vulnerability: 'mentalHealth,victim',
  known: 'told',
  theirWords: `He said that nobody would believe me ${canary} theirWords`,
  observed: `She would not go home alone ${canary} observed`,
  theyAgree: 'agree',
  passedOn: 'neither',
  evidence: `The logbook of the car ${canary} evidence`,
  subjectKnows: 'unsure',
  whoElse: `Nobody else ${canary} whoElse`,
  affected: 'yes',
});

/** Somebody new, who has the bot in their chat. */
export async function newReporter(bot: ReachableBot, person: TeamsPerson = newPerson()): Promise<Reporter> {
  const teams = createTeamsClient(bot, person);
  await teams.install();
  const canary = newCanary();
  return { teams, canary, report: reportWith(canary) };
}

/** An input that each card of a report has and no other. */
const marksOfSteps = [
  ['what', 'account'],
  ['mode', 'limits'],
  ['kind', 'about'],
  ['signs', 'signs'],
  ['known', 'knowledge'],
  ['theirWords', 'disclosure'],
] as const;
const changesReview = (button: ParsedCard['buttons'][number]): boolean => buttonName(button).startsWith('change:');

/** The card of a report that is in front, by what it asks or leads to. `undefined` for one that asks nothing of a report. */
export function currentStep(card: ParsedCard): string | undefined {
  const asked = new Set(card.inputs.map(({ id }) => id));
  const [, step] = marksOfSteps.find(([id]) => asked.has(id)) ?? [];
  // The card of the code and the review ask nothing: they lead to the cards that do.
  if (step === undefined && card.buttons.some((button) => buttonName(button) === 'detail')) return 'code';
  return step ?? (card.buttons.some(changesReview) ? 'review' : undefined);
}

/** Answers what the card in front asks, as far as there are answers; the other inputs are emptied. */
export function answerCard(teams: CardClient, answers: Answers): void {
  for (const { id } of teams.card().inputs) {
    const question = Object.keys(questions).find((one) => one === id);
    const answer = Object.entries(answers).find(([one]) => one === question)?.[1];
    if (question !== undefined) teams.fill(id, answer ?? '');
  }
}

/**
 * Goes on from the card in front, answering each, until `step` is in front. On the code's card it adds
 * detail. Throws where the way does not lead there.
 */
export async function goToStep(teams: CardClient, answers: Answers, step: string): Promise<void> {
  for (let cards = 0; currentStep(teams.card()) !== step; cards += 1) {
    if (cards > 10) throw new Error(`the way does not lead to ${step}`);
    answerCard(teams, answers);
    await teams.press(currentStep(teams.card()) === 'code' ? 'detail' : 'next');
  }
}

/** Reads a review to its last page, where it is sent. Returns all that it said on the way. */
export async function readEveryPage(teams: CardClient): Promise<string> {
  const read = [teams.card().text];
  while (!teams.card().buttons.some((button) => buttonName(button) === 'send')) {
    if (read.length > 20) throw new Error('the review has no last page');
    read.push((await teams.press('next')).text);
  }
  return read.join('\n');
}

/** Reports by the short path, from the welcome to the receipt. */
export async function sendShortReport({ teams }: { readonly teams: CardClient }, answers: Answers): Promise<void> {
  await teams.press('report');
  await goToStep(teams, answers, 'code');
  await teams.press('send');
}

/** Reports with all detail, from the welcome to the receipt. */
export async function sendFullReport({ teams }: { readonly teams: CardClient }, answers: Answers): Promise<void> {
  await teams.press('report');
  await goToStep(teams, answers, 'review');
  await readEveryPage(teams);
  await teams.press('send');
}

/** Comes back with a code from the card in front, which has a way to the start, and adds words to the report. */
export async function comeBackAndAdd(
  at: Pick<CardClient, 'press' | 'fill'>,
  code: string,
  addition: string,
): Promise<void> {
  await at.press('done');
  await at.press('comeBack');
  at.fill('code', code);
  await at.press('next');
  at.fill('addition', addition);
  await at.press('add');
}
