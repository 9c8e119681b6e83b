import type { Words } from '../word.ts';

/** The list of a case's files, with their digests and what was done with each. */
export const exhibitsWords = {
  'exhibits.heading': { en: 'Exhibits', cy: 'Arddangosion' },
  'exhibits.count': {
    en: '{count, plural, one {# file} other {# files}}',
    cy: '{count, plural, one {# ffeil} two {# ffeil} few {# ffeil} many {# ffeil} other {# ffeil}}',
  },
  'exhibits.closed': {
    en: 'The names of the files and their SHA-256 values are encrypted. Open the report to see them.',
    cy: 'Mae enwau’r ffeiliau a’u gwerthoedd SHA-256 wedi’u hamgryptio. Agorwch yr adroddiad i’w gweld.',
  },
  'exhibits.intro': {
    en: 'Each file of this case: how it came, and who opened or exported it. The SHA-256 value is of the file’s own bytes before they were encrypted: of the clean copy, or of the original if that was sent. The page checks it each time the file is opened.',
    cy: 'Pob ffeil yn yr achos hwn: sut y daeth, a phwy a’i hagorodd neu a’i hallforiodd. Gwerth beitiau’r ffeil ei hun cyn eu hamgryptio yw’r SHA-256: y copi glân, neu’r gwreiddiol os hwnnw a anfonwyd. Mae’r dudalen yn ei wirio bob tro y caiff y ffeil ei hagor.',
  },
  'exhibits.notWhole': {
    en: 'More has happened since you opened the report. Open it again to see all of it.',
    cy: 'Mae mwy wedi digwydd ers i chi agor yr adroddiad. Agorwch ef eto i weld y cyfan.',
  },
  'exhibits.practitioner': { en: 'the practitioner', cy: 'yr ymarferydd' },
  'exhibits.withReport': {
    en: 'Came with the report, {at}, from {who}.',
    cy: 'Daeth gyda’r adroddiad, {at} ({who}).',
  },
  'exhibits.withMessage': { en: 'Came with a message, {at}, from {who}.', cy: 'Daeth gyda neges, {at} ({who}).' },
  'exhibits.added': { en: 'Added to the case, {at}, by {who}.', cy: 'Ychwanegwyd at yr achos, {at} ({who}).' },
  'exhibits.copyDigest': { en: 'SHA-256 of the clean copy:', cy: 'SHA-256 y copi glân:' },
  'exhibits.originalDigest': { en: 'SHA-256 of the original:', cy: 'SHA-256 y gwreiddiol:' },
  'exhibits.sealedDigest': {
    en: 'SHA-256 of the encrypted file that was exported:',
    cy: 'SHA-256 y ffeil wedi’i hamgryptio a allforiwyd:',
  },
  'exhibits.untouched': { en: 'Nobody has opened or exported it.', cy: 'Nid oes neb wedi’i hagor na’i hallforio.' },
} as const satisfies Words<'exhibits'>;
