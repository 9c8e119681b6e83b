import { describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { questionField } from '../../../cards/question-texts.ts';
import { partnerCard, partnerState } from '../../support/cards/partner-cards.ts';
import { partnerStepIds, stepQuestions } from '../../../core/model/report-steps.ts';
import { languages } from '../../../core/model/language.ts';
import { createPartnerForm } from '../../../documents/print/partner-form.ts';
import { translate } from '../../../words/cards/translate.ts';
import { exampleDay, exampleStaffing, fullContacts } from '../../support/cards/example-views.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const fonts = await readPdfFonts();
const formIn = (language: 'en' | 'cy') =>
  createPartnerForm({ language, contacts: fullContacts, staffing: exampleStaffing, printedOn: exampleDay }, fonts);

const inOneLine = ({ text }: { readonly text: string }): string => text.replaceAll('-\n', '-').replaceAll('\n', ' ');

describe('the form on paper of a partner', () => {
  it.each(languages)(
    'asks every question of the cards in their order, with each hint and choice (%s)',
    async (language) => {
      const { elements } = await parsePdf(await formIn(language));
      const said = elements.map(inOneLine);
      const asked = partnerStepIds
        .flatMap(stepQuestions)
        .map((id) => questionField({ language, answers: {}, problems: [], contacts: fullContacts, route: 'hub' }, id));
      const labels = asked.map(({ id, label }) => (id === 'paperOn' ? translate(language, 'hubForm.day') : label));
      const headings = elements.filter(({ tag }) => tag === 'H3').map(inOneLine);
      expect(headings.slice(1)).toEqual(labels);
      for (const { id, hint, input } of asked) {
        if (id !== 'paperOn' && hint !== undefined) expect(said).toContain(hint);
        if (input.kind === 'choice') for (const { title } of input.choices) expect(said).toContain(`☐ ${title}`);
      }
      expect(labels.length).toBeGreaterThan(30);
    },
  );

  it.each(languages)('asks what the cards ask, card by card (%s)', async (language) => {
    const { elements } = await parsePdf(await formIn(language));
    const said = new Set(elements.map(inOneLine));
    for (const step of partnerStepIds) {
      if (step === 'code' || step === 'review') continue;
      for (const { id, label } of partnerCard({ state: partnerState(language, step, {}) }).fields ?? [])
        expect([id, said.has(label)]).toEqual([id, id !== 'paperOn']);
    }
  });

  it.each(languages)(
    'says to keep it locked and to destroy it, 999, and the duty that stays (%s)',
    async (language) => {
      const read = await parsePdf(await formIn(language));
      const said = read.elements.map(inOneLine);
      for (const key of ['hubForm.keep', 'hub.doNotAsk', 'hub.noNotes', 'hub.duty'] as const)
        expect(said).toContain(translate(language, key));
      expect(said).toContain(translate(language, 'common.dangerHeading', { emergency: '999' }));
      expect(read.pages.length).toBeGreaterThan(3);
      for (const [place, lines] of read.pages.entries())
        expect(lines.join(' ')).toContain(
          translate(language, 'hubForm.footer', { page: String(place + 1), pages: String(read.pages.length) }),
        );
    },
  );

  it.each(languages)(
    'is read aloud whole, by its headings, and nothing of it stands outside the paper (%s)',
    async (language) => {
      const read = await parsePdf(await formIn(language));
      expect(read).toMatchObject({
        isTagged: true,
        showsTitle: true,
        unmarked: [],
        title: translate(language, 'hubForm.title'),
      });
      expect(read.language).toBe(language === 'en' ? 'en-GB' : 'cy');
      expect(read.right).toBeLessThanOrEqual(595.28 - 56 + 1);
      expect(read.elements[0]).toMatchObject({ tag: 'H1' });
    },
  );

  it('is the same where it is drawn again', async () => {
    expect(Buffer.from(await formIn('en')).equals(await formIn('en'))).toBe(true);
  });
});
