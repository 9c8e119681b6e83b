import type { Browser, Page } from 'playwright-core';
import { optionKey, questionLabel } from '../../../../cards/question-texts.ts';
import type { Language } from '../../../../core/model/language.ts';
import { type QuestionId, questionForRoute } from '../../../../core/model/questions.ts';
import { parseReturnCode, type ReturnCode } from '../../../../core/model/return-code.ts';
import { translate as sayOnCard } from '../../../../words/cards/translate.ts';
import { translate } from '../../../../words/partners/translate.ts';
import type { RunningBot } from '../../journeys/running-bot.ts';
import { createInvitation } from '../../partners/partner-client.ts';
import { openPartners, type PartnersPage } from './partners-page.ts';

/** Somebody who was invited and has made a passkey, at the start of the page, and the id of their invitation. */
export async function openSignedInPage(
  browser: Browser,
  bot: RunningBot,
  language: Language,
  look: 'light' | 'dark' = 'light',
): Promise<PartnersPage & { readonly invitation: string }> {
  const { token, id } = await createInvitation(bot);
  const at = await openPartners(browser, bot, { hash: `#${token}`, language, look });
  await at.button(translate(language, 'invited.makePasskey')).waitFor();
  await at.press(translate(language, 'invited.makePasskey'));
  await at.button(translate(language, 'inside.begin')).waitFor();
  return { ...at, invitation: id };
}

/** Has words drawn for an invitation, types them back and is in by them. */
export async function chooseWords(page: Page, language: Language): Promise<string> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button(translate(language, language === 'cy' ? 'invited.drawWelsh' : 'invited.drawEnglish')).click();
  const words = (await page.locator('.drawn').textContent()) ?? '';
  await page.getByLabel(translate(language, 'invited.typeBack')).fill(words);
  await button(translate(language, 'invited.useWords')).click();
  await button(translate(language, 'frame.signOut')).waitFor();
  return words;
}

/** The name of a field, as the card says it. */
export const getQuestionLabel = (language: Language, id: QuestionId): string => {
  const label = questionLabel(language, id, 'hub');
  return questionForRoute('hub', id).required ? sayOnCard(language, 'common.required', { label }) : label;
};

/** Gives an answer on the card that is shown: words, or options with commas between. */
export async function answerQuestion(
  at: PartnersPage,
  language: Language,
  id: QuestionId,
  given: string,
): Promise<void> {
  if (questionForRoute('hub', id).kind === 'text') return await at.fill(getQuestionLabel(language, id), given);
  for (const option of given.split(',')) {
    const key = optionKey(id, option);
    if (key) await at.check(sayOnCard(language, key), getQuestionLabel(language, id));
  }
}

/** Waits until a step is taken, and its page is shown: until then a press is lost. */
export const stepTaken = (at: Pick<PartnersPage, 'page'>): Promise<void> =>
  at.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });

/** Goes on to the next card. */
export const pressNext = async (at: PartnersPage, language: Language): Promise<void> => {
  await at.press(sayOnCard(language, 'common.continue'));
  await stepTaken(at);
  await at.button(translate(language, 'inside.stop')).waitFor();
};

/** The code in what is shown. Throws where there is none. */
export const parseCode = (text: string): ReturnCode => {
  const code = parseReturnCode(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u.exec(text)?.[0] ?? '');
  if (code === undefined) throw new Error('no code is shown');
  return code;
};
