import type { Words } from '../word.ts';

/** The sentences in which the page says what keeps a topic from going live. */
export const topicProblemsWords = {
  'problem.missing': { en: '{language}: there is no text yet.', cy: '{language}: nid oes testun eto.' },
  'problem.noTitle': { en: '{language}: enter a title.', cy: '{language}: rhowch deitl.' },
  'problem.noOwner': {
    en: '{language}: enter the office responsible for this topic.',
    cy: '{language}: rhowch y swyddfa sy’n gyfrifol am y pwnc hwn.',
  },
  'problem.noReview': {
    en: 'Enter a review date.',
    cy: 'Rhowch ddyddiad adolygu.',
  },
  'problem.fields': { en: 'Check the fields.', cy: 'Gwiriwch y meysydd.' },
  'problem.reviewOver': {
    en: 'The review date has passed. Enter a later date.',
    cy: 'Mae’r dyddiad adolygu wedi mynd heibio. Rhowch ddyddiad diweddarach.',
  },
  'problem.differs': {
    en: 'The two languages do not match: headings, paragraphs, lists and links must be the same, in the same order.',
    cy: 'Nid yw’r ddwy iaith yn cyfateb: rhaid i benawdau, paragraffau, rhestrau a dolenni fod yr un fath, yn yr un drefn.',
  },
  'problem.tooLong': {
    en: '{language}: {words} words. Keep it under {most}.',
    cy: '{language}: {words} gair. Cadwch y testun o dan {most}.',
  },
  'problem.tooLarge': {
    en: '{language}: the text is too long for a card. Shorten it.',
    cy: '{language}: mae’r testun yn rhy hir i gerdyn. Byrhewch ef.',
  },
  'problem.titleTooLong': {
    en: '{language}: the title is too long for a button. Use at most {most} characters.',
    cy: '{language}: mae’r teitl yn rhy hir i fotwm. Defnyddiwch {most} nod ar y mwyaf.',
  },
  'problem.unknownTopic': {
    en: '{language}: there is no topic called {words}.',
    cy: '{language}: nid oes pwnc o’r enw {words}.',
  },
  'problem.link': {
    en: '{language}: a link must be an address that begins with “https://”, or “topic:” and the name of a topic. Correct this one: {words}',
    cy: '{language}: rhaid i ddolen fod yn gyfeiriad sy’n dechrau â “https://”, neu’n “topic:” ac enw pwnc. Cywirwch hon: {words}',
  },
  'problem.linkTooLong': {
    en: '{language}: the words of this link are too long for a button. Use at most {most} characters: {words}',
    cy: '{language}: mae geiriau’r ddolen hon yn rhy hir i fotwm. Defnyddiwch {most} nod ar y mwyaf: {words}',
  },
  'problem.dead': { en: 'This link does not work: {words}', cy: 'Nid yw’r ddolen hon yn gweithio: {words}' },
  'problem.placeholder': {
    en: '{language}: this placeholder is not recognised: {words}',
    cy: '{language}: nid yw’r bachau cyrliog hyn yn golygu dim: {words}',
  },
  'problem.hidden': {
    en: '{language}: the text has hidden characters. Type the text again.',
    cy: '{language}: mae nodau cudd yn y testun. Teipiwch y testun eto.',
  },
  'problem.notTaken': {
    en: '{language}: guidance cannot have HTML, pictures, tables, quotes or code. Write this in plain text: {words}',
    cy: '{language}: ni all canllawiau gynnwys HTML, lluniau, tablau, dyfyniadau na chod. Ysgrifennwch hyn mewn testun plaen: {words}',
  },
  'problem.id': {
    en: 'This name cannot be used in the web address. Use lower-case letters, digits and hyphens, starting with a letter, or choose another name.',
    cy: 'Ni ellir defnyddio’r enw hwn yn y cyfeiriad gwe. Defnyddiwch lythrennau bach, digidau a chysylltnodau, gan ddechrau â llythyren, neu dewiswch enw arall.',
  },
} as const satisfies Words<'problem'>;
