import type { Words } from '../word.ts';

/** Signing in at the partners' page, and why it does not go on. */
export const signInWords = {
  'enter.heading': { en: 'Sign in', cy: 'Mewngofnodi' },
  'enter.lead': {
    en: 'For people who work with victims, in an organisation that {force} has given access to. Here you can pass on what someone told you about a person who works for the police.',
    cy: 'I bobl sy’n gweithio gyda dioddefwyr mewn sefydliad y mae {force} wedi rhoi mynediad iddo. Yma gallwch drosglwyddo’r hyn a ddywedodd rhywun wrthych am berson sy’n gweithio i’r heddlu.',
  },
  'enter.again': { en: 'Sign in to continue', cy: 'Mewngofnodi i barhau' },
  'enter.over': {
    en: 'You have been signed out: a sign-in lasts eight hours at most. What you typed is still here. Sign in to continue.',
    cy: 'Rydych wedi’ch allgofnodi: mae pob mewngofnodi’n para wyth awr ar y mwyaf. Mae’r hyn a deipioch yn dal yma. Mewngofnodwch i barhau.',
  },
  'enter.ended': {
    en: 'Your access was withdrawn or replaced while you were signed in. Ask your contact at the force. What you typed is still here: copy what you need before you leave.',
    cy: 'Cafodd eich mynediad ei dynnu’n ôl neu ei ddisodli tra oeddech wedi mewngofnodi. Gofynnwch i’ch cyswllt yn yr heddlu. Mae’r hyn a deipioch yn dal yma: copïwch yr hyn sydd ei angen arnoch cyn gadael.',
  },
  'enter.passkey': { en: 'Sign in with a passkey', cy: 'Mewngofnodi â phàs-allwedd' },
  'enter.passkeyHint': {
    en: 'Your device will ask for your fingerprint, face or PIN. None of these leaves the device.',
    cy: 'Bydd eich dyfais yn gofyn am eich ôl bys, eich wyneb neu’ch PIN. Nid oes yr un o’r rhain yn gadael y ddyfais.',
  },
  'enter.noPasskeys': {
    en: 'This browser cannot use passkeys.',
    cy: 'Ni all y porwr hwn ddefnyddio pàs-allweddi.',
  },
  'enter.wordsHeading': { en: 'Or sign in with six words', cy: 'Neu fewngofnodi â chwe gair' },
  'enter.words': { en: 'Your six words', cy: 'Eich chwe gair' },
  'enter.wordsHint': {
    en: 'Type them as you wrote them down, with a space between each.',
    cy: 'Teipiwch nhw fel yr ysgrifennoch nhw, â bwlch rhwng pob un.',
  },
  'enter.withWords': { en: 'Sign in with words', cy: 'Mewngofnodi â geiriau' },
  'enter.wordsMissing': { en: 'Type all six words.', cy: 'Teipiwch y chwe gair i gyd.' },
  'enter.working': { en: 'This takes a few seconds.', cy: 'Arhoswch. Mae hyn yn cymryd ychydig eiliadau.' },
  'enter.unknownPasskey': {
    en: 'This passkey does not work here, or no longer works. If you were sent a new link, use that. Otherwise ask your contact at the force.',
    cy: 'Nid yw’r bàs-allwedd hon yn gweithio yma, neu nid yw’n gweithio mwyach. Os cawsoch ddolen newydd, defnyddiwch honno. Fel arall, gofynnwch i’ch cyswllt yn yr heddlu.',
  },
  'enter.unknownWords': {
    en: 'These words do not work, or no longer work. Check each word. If you have lost them, ask your contact at the force for a new link.',
    cy: 'Nid yw’r geiriau hyn yn gweithio, neu nid ydynt yn gweithio mwyach. Gwiriwch bob gair. Os ydych wedi’u colli, gofynnwch i’ch cyswllt yn yr heddlu am ddolen newydd.',
  },
  'enter.revoked': {
    en: 'This access has been withdrawn. Ask your contact at the force.',
    cy: 'Mae’r mynediad hwn wedi’i dynnu’n ôl. Gofynnwch i’ch cyswllt yn yr heddlu.',
  },
  'enter.notTaken': {
    en: 'Your device’s answer could not be confirmed, so you are not signed in. Try again. If it keeps happening, ask for a new link.',
    cy: 'Ni ellid cadarnhau ateb eich dyfais, felly nid ydych wedi mewngofnodi. Rhowch gynnig arall arni. Os bydd hyn yn parhau, gofynnwch am ddolen newydd.',
  },
  'enter.late': {
    en: 'That took too long, so nothing was done. Try again.',
    cy: 'Cymerodd hynny ormod o amser, felly ni wnaed dim. Rhowch gynnig arall arni.',
  },
  'enter.stopped': {
    en: 'Your device did not give a passkey, so nothing was done. Try again, or use words.',
    cy: 'Ni roddodd eich dyfais bàs-allwedd, felly ni wnaed dim. Rhowch gynnig arall arni, neu defnyddiwch eiriau.',
  },
  'enter.tooOften': {
    en: 'Too many attempts. Wait a moment, then try again.',
    cy: 'Rydych wedi rhoi cynnig arni ormod o weithiau. Arhoswch eiliad, yna rhowch gynnig arall arni.',
  },
  'enter.unavailable': {
    en: 'Candour cannot be reached at the moment. Check your connection and try again. If it cannot wait, call the force.',
    cy: 'Ni ellir cyrraedd Candour ar hyn o bryd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni. Os na all y mater aros, ffoniwch yr heddlu.',
  },
  'enter.failed': {
    en: 'This did not work. Reload the page and try again.',
    cy: 'Ni weithiodd hyn. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
  },
} as const satisfies Words<'enter'>;
