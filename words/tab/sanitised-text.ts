import type { Words } from '../word.ts';

/** The text that is shared in the place of what was reported, and what is warned of in it. */
export const sanitisedTextWords = {
  'sanitised.heading': { en: 'Sanitised text', cy: 'Testun wedi’i lanhau' },
  'sanitised.intro': {
    en: 'Write what may be shared without giving the source away. The raw account stays as it is.',
    cy: 'Ysgrifennwch yr hyn y gellir ei rannu heb ddatgelu pwy yw’r ffynhonnell. Mae’r geiriau gwreiddiol yn aros fel y maent.',
  },
  'sanitised.none': { en: 'None yet', cy: 'Dim eto' },
  'sanitised.unsigned': { en: 'Waiting for a second person', cy: 'Yn aros am ail berson' },
  'sanitised.signed': { en: 'Signed off', cy: 'Wedi’i gymeradwyo' },
  'sanitised.by': { en: 'Written by {name}.', cy: 'Ysgrifennwyd gan: {name}.' },
  'sanitised.signedBy': { en: 'Signed off by {name}.', cy: 'Cymeradwywyd gan: {name}.' },
  'sanitised.stands': { en: 'The current text', cy: 'Y testun cyfredol' },
  'sanitised.closed': {
    en: 'Open the report to read the current text.',
    cy: 'Agorwch yr adroddiad i ddarllen y testun cyfredol.',
  },
  'sanitised.later': {
    en: 'The current text was written after you opened the report. Open the report again to read the text.',
    cy: 'Ysgrifennwyd y testun cyfredol ar ôl i chi agor yr adroddiad. Agorwch yr adroddiad eto i ddarllen y testun.',
  },
  'sanitised.rawAccount': { en: 'Raw account', cy: 'Geiriau gwreiddiol' },
  'sanitised.rawClosed': {
    en: 'Open the report to see the raw account next to your text.',
    cy: 'Agorwch yr adroddiad i weld y geiriau gwreiddiol wrth ymyl eich testun.',
  },
  'sanitised.text': { en: 'Sanitised text', cy: 'Testun wedi’i lanhau' },
  'sanitised.needed': { en: 'Write the sanitised text.', cy: 'Ysgrifennwch y testun wedi’i lanhau.' },
  'sanitised.start': { en: 'Start from the current text', cy: 'Dechrau o’r testun cyfredol' },
  'sanitised.send': { en: 'Save the sanitised text', cy: 'Cadw’r testun wedi’i lanhau' },
  'sanitised.saved': {
    en: 'The sanitised text is saved. A second person must now sign it off.',
    cy: 'Cadwyd y testun wedi’i lanhau. Rhaid i ail berson ei gymeradwyo nawr.',
  },
  'sanitised.tellingHeading': {
    en: '{count, plural, =0 {Nothing was found that may give the source away. Read the text again all the same.} one {One word may give the source away} other {# words may give the source away}}',
    cy: '{count, plural, =0 {Ni chafwyd hyd i ddim a allai ddatgelu pwy yw’r ffynhonnell. Darllenwch y testun eto serch hynny.} one {Gall un gair ddatgelu pwy yw’r ffynhonnell} two {Gall dau air ddatgelu pwy yw’r ffynhonnell} other {Gall # gair ddatgelu pwy yw’r ffynhonnell}}',
  },
  'sanitised.tellingPlace': {
    en: '“{words}”, line {line}, character {character}: {why}',
    cy: '“{words}”, llinell {line}, nod {character}: {why}',
  },
  'sanitised.tellingFirstPerson': { en: 'first person', cy: 'person cyntaf' },
  'sanitised.tellingOnlyI': {
    en: 'suggests that nobody else was there or knew',
    cy: 'yn awgrymu nad oedd neb arall yno nac yn gwybod',
  },
  'sanitised.tellingExactTime': { en: 'an exact time', cy: 'yr union amser' },
  'sanitised.tellingName': { en: 'may be a name', cy: 'gall fod yn enw' },
  'sanitised.tellingAdvice': {
    en: 'These are hints. You decide what stays.',
    cy: 'Awgrymiadau yw’r rhain. Chi sy’n penderfynu beth sy’n aros.',
  },
  'sanitised.signText': {
    en: 'Read the current text as if you did not know the source. Sign it off if nothing in it gives the source away.',
    cy: 'Darllenwch y testun cyfredol fel rhywun nad yw’n adnabod y ffynhonnell. Cymeradwywch ef os nad oes dim ynddo’n datgelu pwy yw’r ffynhonnell.',
  },
  'sanitised.signHints': {
    en: '{count, plural, =0 {Nothing was found that may give the source away. Read the text carefully all the same.} one {One word may give the source away. Confirm that it can stay. If not, write a new text below or ask the writer.} other {# words may give the source away. Confirm each word that can stay. If one cannot, write a new text below or ask the writer.}}',
    cy: '{count, plural, =0 {Ni chafwyd hyd i ddim a allai ddatgelu pwy yw’r ffynhonnell. Darllenwch y testun yn ofalus serch hynny.} one {Gall un gair ddatgelu pwy yw’r ffynhonnell. Cadarnhewch y caiff aros. Os na, ysgrifennwch destun newydd isod neu gofynnwch i’r awdur.} two {Gall dau air ddatgelu pwy yw’r ffynhonnell. Cadarnhewch bob un a gaiff aros. Os oes un na chaiff aros, ysgrifennwch destun newydd isod neu gofynnwch i’r awdur.} other {Gall # gair ddatgelu pwy yw’r ffynhonnell. Cadarnhewch bob un a gaiff aros. Os oes un na chaiff aros, ysgrifennwch destun newydd isod neu gofynnwch i’r awdur.}}',
  },
  'sanitised.hintStays': { en: '{hint}. It can stay.', cy: '{hint}. Caiff aros.' },
  'sanitised.hintsLeft': {
    en: '{count, plural, one {Confirm the hint that is left, or do not sign the text off.} other {Confirm the # hints that are left, or do not sign the text off.}}',
    cy: '{count, plural, one {Cadarnhewch yr awgrym sydd ar ôl, neu peidiwch â chymeradwyo’r testun.} two {Cadarnhewch y ddau awgrym sydd ar ôl, neu peidiwch â chymeradwyo’r testun.} other {Cadarnhewch y # awgrym sydd ar ôl, neu peidiwch â chymeradwyo’r testun.}}',
  },
  'sanitised.signOwn': {
    en: 'You wrote this text, so someone else must sign it off.',
    cy: 'Chi a ysgrifennodd y testun hwn, felly rhaid i rywun arall ei gymeradwyo.',
  },
  'sanitised.signSend': { en: 'Sign the text off', cy: 'Cymeradwyo’r testun' },
  'sanitised.signSaved': { en: 'The sanitised text is signed off.', cy: 'Cymeradwywyd y testun wedi’i lanhau.' },
} as const satisfies Words<'sanitised'>;
