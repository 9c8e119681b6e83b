import type { Words } from '../word.ts';

/** The form on paper with a partner’s questions, for a day without network. */
export const partnerFormWords = {
  'hubForm.title': { en: 'Pass on a concern: paper form', cy: 'Trosglwyddo pryder: ffurflen bapur' },
  'hubForm.what': {
    en: 'Use this when you have no internet. It does not reach the force until you type it in on the partners’ page, so do that as soon as you can.',
    cy: 'Defnyddiwch y ffurflen hon pan nad oes gennych gysylltiad â’r rhyngrwyd. Nid yw’n cyrraedd yr heddlu nes i chi ei theipio ar dudalen y partneriaid, felly gwnewch hynny cyn gynted ag y gallwch.',
  },
  'hubForm.keep': {
    en: 'Keep this form locked away, apart from the person’s file. Destroy it once you have typed it in.',
    cy: 'Cadwch y ffurflen hon dan glo, ar wahân i ffeil y person. Dinistriwch hi ar ôl ei theipio.',
  },
  'hubForm.optional': {
    en: 'Answer what you can. We need three answers: whether the person knows, whether the concern could be about the unit, and either what the person told you or what you saw or heard yourself.',
    cy: 'Atebwch yr hyn a allwch. Mae angen tri ateb arnom: a yw’r person yn gwybod, a allai’r pryder ymwneud â’r uned, a naill ai’r hyn a ddywedodd y person wrthych neu’r hyn a welsoch neu a glywsoch chi eich hun.',
  },
  'hubForm.day': { en: 'The day you fill this in', cy: 'Y diwrnod rydych yn llenwi’r ffurflen hon' },
  'hubForm.one': { en: 'Choose one.', cy: 'Dewiswch un.' },
  'hubForm.several': { en: 'Choose all that apply.', cy: 'Dewiswch bob un sy’n berthnasol.' },
  'hubForm.footer': {
    en: 'Keep this locked away, and destroy it once you have typed it in. Page {page} of {pages}',
    cy: 'Cadwch hon dan glo, a’i dinistrio ar ôl ei theipio. Tudalen {page} o {pages}',
  },
} as const satisfies Words<'hubForm'>;
