import type { Words } from '../word.ts';

/** The log that handlers write of a case, and the tasks that they set. */
export const decisionLogWords = {
  'log.kind': { en: 'Kind of entry', cy: 'Math o gofnod' },
  'log.note': { en: 'A note', cy: 'Nodyn' },
  'log.decision': { en: 'A decision, and why', cy: 'Penderfyniad, a pham' },
  'log.reason': { en: 'A reason for something done or not done', cy: 'Rheswm dros rywbeth a wnaed neu na wnaed' },
  'log.contact': {
    en: 'A contact: with whom, when and what came of it',
    cy: 'Cyswllt: â phwy, pryd, a beth a ddaeth ohono',
  },
  'log.task': { en: 'A task', cy: 'Tasg' },
  'log.forHandlers': {
    en: 'Everyone handling the case can read this entry. It is encrypted on this page before it is sent, and can be exported with the decision log.',
    cy: 'Gall pawb sy’n delio â’r achos ddarllen y cofnod hwn. Caiff ei amgryptio ar y dudalen hon cyn ei anfon, a gellir ei allforio gyda’r log penderfyniadau.',
  },
  'log.textNeeded': { en: 'Write the entry.', cy: 'Ysgrifennwch y cofnod.' },
  'log.happened': { en: 'When did this happen?', cy: 'Pryd y digwyddodd hyn?' },
  'log.happenedHint': {
    en: 'The day is encrypted with the words. The chronology lists the entry under that day.',
    cy: 'Caiff y diwrnod ei amgryptio gyda’r geiriau. Mae’r gronoleg yn rhestru’r cofnod o dan y diwrnod hwnnw.',
  },
  'log.happenedNeeded': {
    en: 'Choose today or an earlier day, or leave the field empty.',
    cy: 'Dewiswch heddiw neu ddiwrnod cynharach, neu gadewch y maes yn wag.',
  },
  'log.happenedHalf': {
    en: 'This date is incomplete. Enter the whole date, or clear the field.',
    cy: 'Nid yw’r dyddiad hwn yn gyflawn. Rhowch y dyddiad cyfan, neu cliriwch y maes.',
  },
  'log.due': { en: 'To be done by', cy: 'I’w gwneud erbyn' },
  'log.dueHint': {
    en: 'The day is not encrypted: it counts as a due date of the case.',
    cy: 'Nid yw’r diwrnod wedi’i amgryptio: mae’n un o dargedau’r achos.',
  },
  'log.dueNeeded': { en: 'Choose today or a future day.', cy: 'Dewiswch heddiw neu ddiwrnod yn y dyfodol.' },
  'log.person': { en: 'Who the task is for', cy: 'Ar gyfer pwy mae’r dasg' },
  'log.nobody': { en: 'Nobody in particular', cy: 'Neb yn benodol' },
  'log.personNeeded': {
    en: 'Choose someone who handles this case, or “Nobody in particular”.',
    cy: 'Dewiswch rywun sy’n delio â’r achos hwn, neu “Neb yn benodol”.',
  },
  'log.send': { en: 'Save the entry', cy: 'Cadw’r cofnod' },
  'log.saved': { en: 'The entry is saved in the history.', cy: 'Mae’r cofnod wedi’i gadw yn yr hanes.' },
  'log.open': {
    en: '{count, plural, one {# open task} other {# open tasks}}',
    cy: '{count, plural, one {# dasg agored} two {# dasg agored} few {# tasg agored} many {# thasg agored} other {# tasg agored}}',
  },
  'log.tasks': { en: 'Open tasks', cy: 'Tasgau agored' },
  'log.taskFor': { en: 'For {name}.', cy: 'Ar gyfer {name}.' },
  'log.taskClosed': { en: 'Open the report to read this task.', cy: 'Agorwch yr adroddiad i ddarllen y dasg hon.' },
  'log.done': { en: 'Mark as done (due on {day})', cy: 'Nodi bod y dasg wedi’i gwneud (targed: {day})' },
  'log.isDone': { en: 'The task is marked as done.', cy: 'Nodwyd bod y dasg wedi’i gwneud.' },
} as const satisfies Words<'log'>;
