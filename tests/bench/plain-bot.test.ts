import { expect, it } from '@jest/globals';
import { renderDialogCard } from '../../bot/teams/card-responses.ts';
import { renderPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { reportStateSchema, initialReportState } from '../../core/reporting/report-flow.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { exampleFacts } from '../support/cards/example-views.ts';
import { fillTemplate, loadCard } from './plain-bot.ts';
import { reportAnswers } from './report-script.ts';

const account = 'He came back at night, alone, and said it was about her "welfare".';
const answers = reportAnswers(account);

function drawnNow(at: 'review' | 'about', given: object, door: 'chat' | 'dialog'): object {
  const code = generateReturnCode((bytes) => new Uint8Array(bytes));
  const state = reportStateSchema.parse({ ...initialReportState(code, 'en'), at, answers: given });
  const page = reportPage({ state, problems: [], token: 'none', contacts: contactsSchema.parse({}), ...exampleFacts });
  return door === 'dialog' ? renderDialogCard(page) : renderPage(page);
}

it.each(['chat', 'dialog'] as const)('the plain bot sends by the %s what Candour draws of the same answers', (door) => {
  expect(fillTemplate(loadCard('review', door), answers)).toEqual(drawnNow('review', answers, door));
  expect(fillTemplate(loadCard('about', door), {})).toEqual(drawnNow('about', {}, door));
  // Somebody who goes back finds what was written.
  const { who, when } = answers;
  expect(fillTemplate(loadCard('about', door), { who, when })).toEqual(drawnNow('about', { who, when }, door));
});
