import { pulseClosedPage, pulsePage, pulseThanksPage } from '../../../cards/pulse-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Submitted } from '../../../cards/submitted.ts';
import type { Random } from '../../../concerns/terms/calendar.ts';
import { pulseAnswersIn } from '../../../concerns/terms/pulse.ts';
import type { PulseAnswering } from '../../campaigns/pulse-answers.ts';

type Asked = Extract<Submitted, { verb: 'pulse' }>;

/** Throws StoreError. */
export type PulseAnswers = (asked: Asked, inputs: Readonly<Record<string, unknown>>) => Promise<Page>;

export const createPulseAnswers =
  (deps: { readonly answering: Pick<PulseAnswering, 'isOpen' | 'take'>; readonly random: Random }): PulseAnswers =>
  async ({ campaign, phase, press, language }, inputs) => {
    const answers = pulseAnswersIn(inputs);
    const asked = { campaign, phase, language, answers };
    const isAnswered = Object.keys(answers).length > 0;
    if (press !== undefined && isAnswered) {
      const isCounted = await deps.answering.take(campaign, phase, answers, press);
      return isCounted ? pulseThanksPage(language) : pulseClosedPage(language);
    }
    if (!(await deps.answering.isOpen(campaign, phase))) return pulseClosedPage(language);
    const next = press ?? Buffer.from(deps.random(8)).toString('hex');
    return pulsePage({ ...asked, press: next, isEmpty: press !== undefined });
  };
