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
    en: 'Each file of this case: how it arrived, and who opened or exported it. The SHA-256 value is calculated from the file before it was encrypted: from the clean copy, or from the original if the original was sent. The page checks the value each time someone opens the file.',
    cy: 'Pob ffeil yn yr achos hwn: sut y daeth, a phwy a’i hagorodd neu a’i hallforiodd. Caiff y gwerth SHA-256 ei gyfrifo o’r ffeil cyn ei hamgryptio: o’r copi glân, neu o’r gwreiddiol os y gwreiddiol a anfonwyd. Mae’r dudalen yn gwirio’r gwerth bob tro y bydd rhywun yn agor y ffeil.',
  },
  'exhibits.notWhole': {
    en: 'More has happened since you opened the report. Open the report again to see everything.',
    cy: 'Mae mwy wedi digwydd ers i chi agor yr adroddiad. Agorwch yr adroddiad eto i weld y cyfan.',
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
  'exhibits.untouched': {
    en: 'Nobody has opened or exported this file.',
    cy: 'Nid oes neb wedi agor nac allforio’r ffeil hon.',
  },
} as const satisfies Words<'exhibits'>;
