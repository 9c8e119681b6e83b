import { describe, expect, it } from '@jest/globals';
import { countPartnerWords, isPartnerWayShort, partnerLimits, partnerTexts } from '../../../cli/words/partner-way.ts';
import { withAllContacts } from '../../../cli/words/first-card.ts';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { translate as sayOnPage } from '../../../words/partners/translate.ts';
import { runWords } from '../../support/cli/words-project.ts';

const contacts = contactsSchema.parse({});

describe('the way of a partner from the first card to the receipt', () => {
  it.each(languages)(
    'is counted with labels, hints, choices, buttons and what is around the cards, in %s',
    (language) => {
      const texts = partnerTexts(language, contacts);
      for (const key of [
        'hub.life',
        'hubQuestion.consentHint',
        'option.agreeYes',
        'common.continue',
        'hub.tellPassed',
        'hub.duty',
      ] as const)
        expect(texts).toContain(translate(language, key));
      for (const key of ['frame.leave', 'inside.stop', 'inside.codeHint'] as const)
        expect(texts).toContain(sayOnPage(language, key));
    },
  );

  it('is short in words and presses, whatever a force has set', () => {
    const offices = { reserve: { en: 'the Head of Legal Services', cy: 'Pennaeth y Gwasanaethau Cyfreithiol' } };
    for (const set of [contacts, withAllContacts({ ...contacts, ...offices })])
      expect(isPartnerWayShort(set)).toBe(true);
  });

  it('is printed in both languages with its bounds', async () => {
    const { said } = await runWords('first-card');
    const { first, whole, presses } = countPartnerWords(contacts);
    expect(said).toContain(`${first.en} of ${partnerLimits.first.en}, ${first.cy} of ${partnerLimits.first.cy}`);
    expect(said).toContain(`${whole.en} of ${partnerLimits.whole.en}, ${whole.cy} of ${partnerLimits.whole.cy}`);
    expect(said).toContain(`presses: ${presses} of ${partnerLimits.presses}`);
  });
});
