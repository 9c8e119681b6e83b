import type { Words } from '../word.ts';

/** The history of a case. */
export const historyWords = {
  'history.heading': { en: 'History', cy: 'Hanes' },
  'history.summary': {
    en: '{count, plural, one {# entry} other {# entries}}',
    cy: '{count, plural, one {# cofnod} two {# gofnod} few {# chofnod} many {# chofnod} other {# cofnod}}',
  },
  'history.show': { en: 'Show', cy: 'Dangos' },
  'history.partAll': { en: 'Everything', cy: 'Popeth' },
  'history.partLog': {
    en: 'Decision log: notes, decisions, tasks',
    cy: 'Log penderfyniadau: nodiadau, penderfyniadau, tasgau',
  },
  'history.partOpenings': {
    en: 'Who opened, printed or exported anything',
    cy: 'Pwy agorodd, argraffodd neu allforiodd rywbeth',
  },
  'history.partMessages': { en: 'Messages', cy: 'Negeseuon' },
  'history.partCourse': { en: 'What was done with the case', cy: 'Yr hyn a wnaed â’r achos' },
  'history.partNone': { en: 'There are no entries of this kind.', cy: 'Nid oes cofnodion o’r math hwn.' },
  'history.partMore': {
    en: 'Only part of the history is shown. There may be more entries before these.',
    cy: 'Dim ond rhan o’r hanes a ddangosir. Gall fod rhagor o gofnodion cyn y rhain.',
  },
  'history.earlier': { en: 'Show earlier entries', cy: 'Dangos cofnodion cynharach' },
  'history.shown': {
    en: '{count, plural, one {# entry is shown.} other {# entries are shown.}}',
    cy: '{count, plural, one {Dangosir # cofnod.} two {Dangosir # gofnod.} few {Dangosir # chofnod.} many {Dangosir # chofnod.} other {Dangosir # cofnod.}}',
  },
  'history.intro': {
    en: 'Everything that has happened to this case, newest last. Entries cannot be edited here. Each one is linked to the one before, so that a changed or missing entry can be detected.',
    cy: 'Popeth sydd wedi digwydd i’r achos hwn, y diweddaraf yn olaf. Ni ellir golygu cofnodion yma. Mae pob un wedi’i gysylltu â’r un o’i flaen, fel bod modd canfod cofnod sydd wedi’i newid neu sydd ar goll.',
  },
  'history.action': {
    en: 'Section 62: {action}',
    cy: 'Adran 62: {action}',
  },
  'history.noteFor': { en: 'Note for {readers}', cy: 'Nodyn ar gyfer {readers}' },
  'history.forHandlers': { en: 'everyone handling the case', cy: 'pawb sy’n delio â’r achos' },
  'history.forAssignee': {
    en: 'the person the case was with, and the writer',
    cy: 'y person a oedd â’r achos, a’r awdur',
  },
  'history.forSelf': { en: 'the writer only', cy: 'yr awdur yn unig' },
  'history.forCustodians': {
    en: 'the identity custodians and everyone handling the case',
    cy: 'y ceidwaid hunaniaeth a phawb sy’n delio â’r achos',
  },
  'history.forOversight': {
    en: 'everyone handling the case, and the reserve officers',
    cy: 'pawb sy’n delio â’r achos, a’r swyddogion wrth gefn',
  },
  'history.closed': {
    en: 'Open the report to read this, if it is encrypted to a key that you have.',
    cy: 'Agorwch yr adroddiad i ddarllen hyn, os yw wedi’i amgryptio ag allwedd sydd gennych.',
  },
  'history.notForYou': {
    en: 'Your keys do not open this.',
    cy: 'Nid yw eich allweddi’n agor hwn.',
  },
  'history.doesNotOpen': {
    en: 'This does not open with the key of the people handling the case. Ask the writer to write it again.',
    cy: 'Nid yw hwn yn agor gydag allwedd y bobl sy’n delio â’r achos. Gofynnwch i’r awdur ei ysgrifennu eto.',
  },
  'history.later': {
    en: 'This was written after you opened the report. To read it, open the report again.',
    cy: 'Ysgrifennwyd hwn ar ôl i chi agor yr adroddiad. I’w ddarllen, agorwch yr adroddiad eto.',
  },
  'history.gone': { en: 'These words were erased.', cy: 'Dilëwyd y geiriau hyn.' },
  'history.happened': { en: 'It happened on {day}.', cy: 'Digwyddodd hyn ar {day}.' },
} as const satisfies Words<'history'>;
