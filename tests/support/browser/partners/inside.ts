import type { Browser, Page } from 'playwright-core';
import { optionKey, questionLabel } from '../../../../cards/question-field.ts';
import type { Language } from '../../../../core/model/language.ts';
import { type QuestionId, questionOn } from '../../../../core/model/questions.ts';
import { parseReturnCode, type ReturnCode } from '../../../../core/model/codes.ts';
import { say as sayOnCard } from '../../../../words/cards/translate.ts';
import { say } from '../../../../words/partners/translate.ts';
import type { RunningBot } from '../../journeys/running-bot.ts';
import { invited } from '../../partners/partner-client.ts';
import { openPartners, type PartnersPage } from './partners-page.ts';

/** Somebody who was invited and has made a passkey, at the start of the page, and the id of their invitation. */
export async function inside(
  browser: Browser,
  bot: RunningBot,
  language: Language,
  look: 'light' | 'dark' = 'light',
): Promise<PartnersPage & { readonly invitation: string }> {
  const { token, id } = await invited(bot);
  const at = await openPartners(browser, bot, { hash: `#${token}`, language, look });
  await at.button(say(language, 'invited.makePasskey')).waitFor();
  await at.press(say(language, 'invited.makePasskey'));
  await at.button(say(language, 'inside.begin')).waitFor();
  return { ...at, invitation: id };
}

/** Has words drawn for an invitation, types them back and is in by them. */
export async function chooseWords(page: Page, language: Language): Promise<string> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button(say(language, language === 'cy' ? 'invited.drawWelsh' : 'invited.drawEnglish')).click();
  const words = (await page.locator('.drawn').textContent()) ?? '';
  await page.getByLabel(say(language, 'invited.typeBack')).fill(words);
  await button(say(language, 'invited.useWords')).click();
  await button(say(language, 'frame.signOut')).waitFor();
  return words;
}

/** The name of a field, as the card says it. */
export const labelOf = (language: Language, id: QuestionId): string => {
  const label = questionLabel(language, id, 'hub');
  return questionOn('hub', id).required ? sayOnCard(language, 'common.required', { label }) : label;
};

/** Gives an answer on the card that is shown: words, or options with commas between. */
export async function answer(at: PartnersPage, language: Language, id: QuestionId, given: string): Promise<void> {
  if (questionOn('hub', id).kind === 'text') return await at.fill(labelOf(language, id), given);
  for (const option of given.split(',')) {
    const key = optionKey(id, option);
    if (key) await at.check(sayOnCard(language, key), labelOf(language, id));
  }
}

/** Goes on to the next card. */
export const next = async (at: PartnersPage, language: Language): Promise<void> => {
  await at.press(sayOnCard(language, 'common.continue'));
  await at.button(say(language, 'inside.stop')).waitFor();
};

/** The code in what is shown. Throws where there is none. */
export const codeIn = (text: string): ReturnCode => {
  const code = parseReturnCode(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u.exec(text)?.[0] ?? '');
  if (code === undefined) throw new Error('no code is shown');
  return code;
};
