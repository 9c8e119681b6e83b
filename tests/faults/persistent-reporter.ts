import { z } from 'zod';
import { translate } from '../../words/cards/translate.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Answers } from '../../core/model/questions.ts';
import { newReporter, type Reporter, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';
import { buttonName, type ParsedCard } from '../support/journeys/parsed-card.ts';
import type { ReachableBot } from '../support/journeys/teams-client.ts';
import { reporterMarks } from './leak-observer.ts';

/** What somebody was told: this reference, for these answers. */
export interface Receipt {
  readonly caseId: CaseId;
  readonly answers: Answers;
  /** All that gives them away. */
  readonly marks: readonly string[];
}

const mostTries = 40;

// Of another realm than the test's: `instanceof` does not know it.
const cutSchema = z.object({ message: z.enum(['fetch failed', 'terminated']) });
/** Whether nobody answered, or not to the end. */
const isCut = (error: unknown): boolean => cutSchema.safeParse(error).success;

/** Whether a card asks nothing, and only holds the step from the last card of the short path. */
const heldMove = (card: ParsedCard): string | undefined =>
  currentStep(card) === undefined
    ? card.buttons.map(buttonName).find((name) => name === 'next' || name === 'send')
    : undefined;

/**
 * Reports by the short path and goes on from the card in front whenever nobody answered or it was not saved. Returns
 * the receipt that was shown. Throws for any other answer, and where it comes to no end.
 */
export async function reportUntilReceipt(
  bot: ReachableBot,
  listening: () => Promise<void>,
  onTrouble: (kind: 'cut' | 'not saved') => void,
): Promise<Receipt> {
  let reporter: Reporter | undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    await listening();
    try {
      reporter ??= await newReporter(bot);
      const { teams, report } = reporter;
      const { mode, what, risk, conflict } = report;
      const answers = { mode, what, risk, conflict };
      // A step that took too long stands on a card with all of it, to be taken again from there.
      const held = heldMove(teams.card());
      if (held === undefined) {
        if (currentStep(teams.card()) === undefined) await teams.press('report');
        await goToStep(teams, answers, 'code');
      }
      await teams.press(held ?? 'send');
      const { text } = teams.card();
      const caseId = text.includes(translate('en', 'receipt.heading')) ? parseCardReference({ text }) : undefined;
      if (caseId !== undefined) return { caseId, answers, marks: reporterMarks(reporter) };
      onTrouble('not saved');
    } catch (error) {
      if (!isCut(error)) throw error;
      onTrouble('cut');
    }
  }
  throw new Error('no receipt in the end');
}
