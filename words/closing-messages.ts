import type { ClosingAnswer } from '../core/model/case-terms.ts';
import type { Word } from './word.ts';

/** The answer that waits for the person who reported once their case is closed; the page of a handler shows the same words. */
export const closingAnswerWords: Readonly<Record<ClosingAnswer, Word>> = {
  acted: {
    en: 'We looked into your report and have taken action.',
    cy: 'Rydym wedi ystyried eich adroddiad, ac wedi cymryd camau.',
  },
  nothingFound: {
    en: 'We looked into your report. From what is known now, nothing more needs to be done. That does not mean that you were wrong to report it.',
    cy: 'Rydym wedi ystyried eich adroddiad. O’r hyn sy’n hysbys nawr, nid oes angen gwneud dim mwy. Nid yw hynny’n golygu eich bod wedi gwneud cam drwy roi gwybod.',
  },
  kept: {
    en: 'There is not enough to act on for now. Your report is kept, and can be put together with what others report.',
    cy: 'Nid oes digon i weithredu arno am y tro. Mae eich adroddiad yn cael ei gadw, a gellir ei ystyried ochr yn ochr â’r hyn y mae eraill yn rhoi gwybod amdano.',
  },
  passedOn: {
    en: 'Your report was passed on to others who can deal with it.',
    cy: 'Mae eich adroddiad wedi’i drosglwyddo i eraill a all ddelio ag ef.',
  },
  withheld: {
    en: 'Our work on this is finished. To keep people safe, we cannot say more here.',
    cy: 'Mae ein gwaith ar hyn ar ben. Er mwyn cadw pobl yn ddiogel, ni allwn ddweud mwy yma.',
  },
};

/**
 * The question, by a message, to the person who reported, some time after the case was closed. A handler cannot change it:
 * it asks about the person, and no one to find anything out.
 */
export const detrimentQuestion: Word = {
  en: 'Since you reported, has anyone treated you worse because of it? It could be in how people speak to you, in your shifts, or in a chance that you did not get. If so, say so here: your report will then be opened again. If not, there is a button to say that. You do not have to answer.',
  cy: 'Ers i chi roi gwybod, a oes rhywun wedi eich trin yn waeth oherwydd hynny? Gallai fod yn y ffordd y mae pobl yn siarad â chi, yn eich sifftiau, neu drwy i chi golli cyfle. Os oes, dywedwch hynny yma: bydd eich adroddiad yn cael ei ailagor. Os nad oes, mae botwm i ddweud hynny. Nid oes rhaid i chi ateb.',
};
