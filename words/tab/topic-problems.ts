import type { Words } from '../word.ts';

/** The sentences in which the page says what keeps a topic from going live. */
export const topicProblemsWords = {
  'problem.missing': { en: '{language}: there is no text yet.', cy: '{language}: nid oes testun eto.' },
  'problem.noTitle': { en: '{language}: please give a title.', cy: '{language}: rhowch deitl.' },
  'problem.noOwner': {
    en: '{language}: please say which office answers for it.',
    cy: '{language}: dywedwch pa swyddfa sy’n gyfrifol amdano.',
  },
  'problem.noReview': {
    en: 'Please give the day by which it is to be read again.',
    cy: 'Rhowch y diwrnod y mae i’w ddarllen eto erbyn hynny.',
  },
  'problem.fields': { en: 'Please look at the fields again.', cy: 'Edrychwch ar y meysydd eto.' },
  'problem.reviewOver': {
    en: 'The day by which it is to be read again has passed.',
    cy: 'Mae’r diwrnod y mae i’w ddarllen eto wedi mynd heibio.',
  },
  'problem.differs': {
    en: 'The two languages do not say the same in the same order: headings, paragraphs, lists and links have to match.',
    cy: 'Nid yw’r ddwy iaith yn dweud yr un peth yn yr un drefn: rhaid i benawdau, paragraffau, rhestrau a dolenni gyfateb.',
  },
  'problem.tooLong': {
    en: '{language}: {words} words. Please stay under {most}.',
    cy: '{language}: {words} gair. Cadwch o dan {most}.',
  },
  'problem.titleTooLong': {
    en: '{language}: the title is too long for a button. {most} characters at most.',
    cy: '{language}: mae’r teitl yn rhy hir i fotwm. {most} nod ar y mwyaf.',
  },
  'problem.unknownTopic': {
    en: '{language}: there is no topic called {words}.',
    cy: '{language}: nid oes pwnc o’r enw {words}.',
  },
  'problem.link': {
    en: '{language}: this link has to begin with https:// or topic: {words}',
    cy: '{language}: rhaid i’r ddolen hon ddechrau â https:// neu topic: {words}',
  },
  'problem.linkTooLong': {
    en: '{language}: the words of this link are too long for a button. {most} characters at most: {words}',
    cy: '{language}: mae geiriau’r ddolen hon yn rhy hir i fotwm. {most} nod ar y mwyaf: {words}',
  },
  'problem.dead': { en: 'This link leads nowhere: {words}', cy: 'Nid yw’r ddolen hon yn arwain i unman: {words}' },
  'problem.placeholder': {
    en: '{language}: these braces stand for nothing: {words}',
    cy: '{language}: nid yw’r cromfachau hyn yn golygu dim: {words}',
  },
  'problem.hidden': {
    en: '{language}: there are signs that cannot be seen. Please type the text anew there.',
    cy: '{language}: mae arwyddion na ellir eu gweld. Teipiwch y testun eto yno.',
  },
  'problem.notTaken': {
    en: '{language}: guidance has no HTML, pictures, tables, quotes or code. Please write this in plain words: {words}',
    cy: '{language}: nid oes HTML, lluniau, tablau, dyfyniadau na chod mewn canllawiau. Ysgrifennwch hyn mewn geiriau plaen: {words}',
  },
  'problem.id': { en: 'This topic cannot have this name.', cy: 'Ni all y pwnc hwn gael yr enw hwn.' },
} as const satisfies Words<'problem'>;
