import type { ClosingAnswer } from '../core/model/case-terms.ts';
import type { Word } from './word.ts';

/** The answer that waits for the person who reported once their case is closed; the page of a handler shows the same words. */
export const closingAnswerWords: Readonly<Record<ClosingAnswer, Word>> = {
  acted: {
    en: 'It was looked into, and something has been done about it.',
    cy: 'Edrychwyd i mewn iddo, ac mae rhywbeth wedi’i wneud yn ei gylch.',
  },
  nothingFound: {
    en: 'It was looked into. From what is known now, nothing more needs to be done. That does not mean that you were wrong to report it.',
    cy: 'Edrychwyd i mewn iddo. O’r hyn sy’n hysbys nawr, nid oes angen gwneud dim mwy. Nid yw hynny’n golygu ei bod yn anghywir i chi roi gwybod.',
  },
  kept: {
    en: 'There is not enough to act on for now. It is kept, and can be put together with what others report.',
    cy: 'Nid oes digon i weithredu arno am y tro. Mae’n cael ei gadw, a gellir ei ystyried ochr yn ochr â’r hyn y mae eraill yn rhoi gwybod amdano.',
  },
  passedOn: {
    en: 'It was passed on to others who can deal with it.',
    cy: 'Mae wedi’i drosglwyddo i eraill a all ddelio ag ef.',
  },
  withheld: {
    en: 'The work on it is finished. No more can be said here, to keep people safe.',
    cy: 'Mae’r gwaith arno ar ben. Ni ellir dweud mwy yma, er mwyn cadw pobl yn ddiogel.',
  },
};

/**
 * The question, by a message, to the person who reported, some time after the case was closed. A handler cannot change it:
 * it asks about the person, and no one to find anything out.
 */
export const detrimentQuestion: Word = {
  en: 'Since you reported, has anybody treated you worse because of it? It could be in how people speak to you, in your shifts, or in a chance that you did not get. If so, please say so here: your report is then opened again. If not, there is a button to say that. You do not have to answer.',
  cy: 'Ers i chi roi gwybod, a oes rhywun wedi eich trin yn waeth oherwydd hynny? Gallai fod yn y ffordd y mae pobl yn siarad â chi, yn eich sifftiau, neu drwy i chi golli cyfle. Os felly, dywedwch hynny yma: bydd eich adroddiad yn cael ei ailagor. Os na, mae botwm i ddweud hynny. Nid oes rhaid i chi ateb.',
};
