import { describe, expect, it } from '@jest/globals';
import { createItemMessages } from '../../../../bot/jobs/campaigns/item-messages.ts';
import { renderPage } from '../../../../cards/render-page.ts';
import { parseSubmittedAction } from '../../../../cards/submitted-action.ts';
import { serverPageSchema } from '../../../../tab/report/server-page.ts';
import { languages } from '../../../../core/model/language.ts';
import { listButtons, fullContacts } from '../../../support/cards/example-views.ts';
import { findItem, plan } from '../../../support/guidance/built-in-plan.ts';
import { currentTopics } from '../../../support/guidance/built-in-topics.ts';

const messages = createItemMessages({ contacts: fullContacts, topicsNow: currentTopics, card: renderPage });
const campaign = '00112233445566aa';
const asked = (...item: Parameters<typeof messages.item>) =>
  listButtons(messages.item(...item).card).flatMap(({ data }) => {
    const action = parseSubmittedAction(data)?.action;
    return action?.verb === 'pulse' ? [action] : [];
  });

describe('the messages of a campaign', () => {
  it.each(languages)('ask the questions of a pulse for their campaign, and nothing else does (%s)', (language) => {
    for (const item of plan) {
      const phases = item.pulse === undefined ? [] : [item.pulse];
      expect(asked(item, language, campaign)).toEqual(
        phases.map((phase) => ({ verb: 'pulse', campaign, phase, language })),
      );
    }
  });

  it('are the page of their card too, which the page in a browser draws', () => {
    for (const item of plan) {
      const { page, card } = messages.item(item, 'cy');
      expect(renderPage(serverPageSchema.parse(JSON.parse(JSON.stringify(page))))).toEqual(card);
    }
  });

  it('have the same button where somebody looks at one or tries it, for a campaign that is none', () => {
    expect(asked(findItem('pulse-before'), 'en')).toEqual([
      { verb: 'pulse', campaign: '0000000000000000', phase: 'before', language: 'en' },
    ]);
  });
});
