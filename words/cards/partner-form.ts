import type { Words } from '../word.ts';

/** The form on paper with a partner’s questions, for a day without network. */
export const partnerFormWords = {
  'hubForm.title': { en: 'Pass on a concern: a form on paper', cy: 'Trosglwyddo pryder: ffurflen bapur' },
  'hubForm.what': {
    en: 'For a day without network. It reaches nobody until you type it in on the partners’ page: do that as soon as you can.',
    cy: 'Ar gyfer diwrnod heb rwydwaith. Nid yw’n cyrraedd neb nes i chi ei theipio ar dudalen y partneriaid: gwnewch hynny cyn gynted ag y gallwch.',
  },
  'hubForm.keep': {
    en: 'Keep this form locked away, apart from the person’s file. Destroy it once it is typed in.',
    cy: 'Cadwch y ffurflen hon dan glo, ar wahân i ffeil y person. Dinistriwch hi ar ôl ei theipio.',
  },
  'hubForm.optional': {
    en: 'Answer what you can. Needed are only: whether the person knows, whether it may concern the unit, and one of the two accounts.',
    cy: 'Atebwch yr hyn a allwch. Dim ond y rhain sydd eu hangen: a yw’r person yn gwybod, a allai ymwneud â’r uned, ac un o’r ddau hanes.',
  },
  'hubForm.day': { en: 'The day on which you fill this in', cy: 'Y diwrnod rydych yn llenwi’r ffurflen hon' },
  'hubForm.one': { en: 'Choose one.', cy: 'Dewiswch un.' },
  'hubForm.several': { en: 'Choose all that apply.', cy: 'Dewiswch bob un sy’n berthnasol.' },
  'hubForm.footer': {
    en: 'Keep this locked away, and destroy it once it is typed in. Page {page} of {pages}',
    cy: 'Cadwch hon dan glo, a’i dinistrio ar ôl ei theipio. Tudalen {page} o {pages}',
  },
} as const satisfies Words<'hubForm'>;
