import { describe, expect, it } from '@jest/globals';
import { createItemMessages } from '../../../../bot/jobs/campaigns/item-messages.ts';
import { drawPage } from '../../../../cards/render-page.ts';
import { parseSubmitted } from '../../../../cards/submitted-data.ts';
import { pageFromServer } from '../../../../tab/report/page-from-server.ts';
import { languages } from '../../../../core/model/language.ts';
import { buttonsOf, fullContacts } from '../../../support/cards/example-views.ts';
import { itemOf, plan } from '../../../support/guidance/built-in-plan.ts';
import { topicsNow } from '../../../support/guidance/built-in.ts';

const messages = createItemMessages({ contacts: fullContacts, topicsNow, card: drawPage });
const campaign = '00112233445566aa';
const asked = (...item: Parameters<typeof messages.item>) =>
  buttonsOf(messages.item(...item).card).flatMap(({ data }) => {
    const action = parseSubmitted(data)?.action;
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
      expect(drawPage(pageFromServer.parse(JSON.parse(JSON.stringify(page))))).toEqual(card);
    }
  });

  it('have the same button where somebody looks at one or tries it, for a campaign that is none', () => {
    expect(asked(itemOf('pulse-before'), 'en')).toEqual([
      { verb: 'pulse', campaign: '0000000000000000', phase: 'before', language: 'en' },
    ]);
  });
});
