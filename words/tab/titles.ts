import type { Words } from '../word.ts';

/** The words for a case's working title and subject, which the list shows while a key is open. */
export const titlesWords = {
  'titles.heading': { en: 'Working title and subject', cy: 'Teitl gwaith a phwnc' },
  'titles.openFirst': {
    en: 'Open the report first. Then you can give the case a title. The list shows the title while a key is open.',
    cy: 'Agorwch yr adroddiad yn gyntaf. Yna gallwch roi teitl i’r achos, a bydd y rhestr yn dangos y teitl tra bo allwedd ar agor.',
  },
  'titles.intro': {
    en: 'Both are encrypted on this page for everyone handling the case. Earlier ones stay in the history.',
    cy: 'Caiff y ddau eu hamgryptio ar y dudalen hon ar gyfer pawb sy’n delio â’r achos. Mae’r rhai cynharach yn aros yn yr hanes.',
  },
  'titles.proposal': {
    en: 'This is only a proposal, from the answers in the report. Nothing is saved until you save it.',
    cy: 'Cynnig yn unig yw hwn, o’r atebion yn yr adroddiad. Ni chedwir dim nes i chi ei gadw.',
  },
  'titles.title': { en: 'Working title', cy: 'Teitl gwaith' },
  'titles.titleHint': { en: 'Up to 80 characters', cy: 'Hyd at 80 nod' },
  'titles.subject': { en: 'Subject', cy: 'Pwnc' },
  'titles.subjectHint': {
    en: 'Who the report is about, in a few words, up to 80 characters',
    cy: 'Am bwy mae’r adroddiad, mewn ychydig eiriau, hyd at 80 nod',
  },
  'titles.titleNeeded': { en: 'Enter a working title', cy: 'Nodwch deitl gwaith' },
  'titles.tooLong': { en: 'Shorten it to 80 characters', cy: 'Cwtogwch ef i 80 nod' },
  'titles.save': { en: 'Save title and subject', cy: 'Cadw’r teitl a’r pwnc' },
  'titles.saved': { en: 'The title and the subject are saved.', cy: 'Mae’r teitl a’r pwnc wedi’u cadw.' },
  'titles.closed': {
    en: 'The title is encrypted to a key that is not open here.',
    cy: 'Mae’r teitl wedi’i amgryptio ag allwedd nad yw ar agor yma.',
  },
  'titles.damaged': {
    en: 'The title is not the one that was last saved, so it is not shown. Earlier ones are in the history.',
    cy: 'Nid y teitl hwn yw’r un a gadwyd ddiwethaf, felly ni chaiff ei ddangos. Mae’r rhai cynharach yn yr hanes.',
  },
} as const satisfies Words<'titles'>;
