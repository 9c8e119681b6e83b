import type { Words } from '../word.ts';

/** Signing in at the partners' page, and why it does not go on. */
export const signInWords = {
  'enter.heading': { en: 'Sign in', cy: 'Mewngofnodi' },
  'enter.lead': {
    en: 'For people who work with victims, and whose organisation {force} has given access to. You can pass on here what somebody told you about a person who works for the police.',
    cy: 'I bobl sy’n gweithio gyda dioddefwyr, ac y mae {force} wedi rhoi mynediad i’w sefydliad. Gallwch drosglwyddo yma yr hyn a ddywedodd rhywun wrthych am berson sy’n gweithio i’r heddlu.',
  },
  'enter.again': { en: 'Sign in to go on', cy: 'Mewngofnodi i fynd ymlaen' },
  'enter.over': {
    en: 'Your sign-in is over: it lasts eight hours at most. What you typed is still here. Sign in and go on.',
    cy: 'Mae eich cyfnod mewngofnodi wedi dod i ben: wyth awr yw’r hwyaf. Mae’r hyn a deipioch yn dal yma. Mewngofnodwch ac ewch ymlaen.',
  },
  'enter.ended': {
    en: 'This access was taken back, or given out anew, while you were signed in. Ask the people who look after it at the force. What you typed is still here: copy what you need before you leave.',
    cy: 'Cafodd y mynediad hwn ei dynnu’n ôl, neu ei roi o’r newydd, tra oeddech wedi mewngofnodi. Gofynnwch i bwy bynnag sy’n gofalu amdano yn yr heddlu. Mae’r hyn a deipioch yn dal yma: copïwch yr hyn sydd ei angen arnoch cyn gadael.',
  },
  'enter.passkey': { en: 'Sign in with a passkey', cy: 'Mewngofnodi â phàs-allwedd' },
  'enter.passkeyHint': {
    en: 'Your device asks for your fingerprint, face or PIN. None of these leaves it.',
    cy: 'Bydd eich dyfais yn gofyn am eich ôl bys, eich wyneb neu’ch PIN. Nid oes yr un o’r rhain yn ei gadael.',
  },
  'enter.noPasskeys': {
    en: 'This browser cannot use passkeys.',
    cy: 'Ni all y porwr hwn ddefnyddio pàs-allweddi.',
  },
  'enter.wordsHeading': { en: 'Or with six words', cy: 'Neu â chwe gair' },
  'enter.words': { en: 'Your six words', cy: 'Eich chwe gair' },
  'enter.wordsHint': {
    en: 'As you wrote them down, with a space between each.',
    cy: 'Fel yr ysgrifennoch nhw, â bwlch rhwng pob un.',
  },
  'enter.withWords': { en: 'Sign in with words', cy: 'Mewngofnodi â geiriau' },
  'enter.wordsMissing': { en: 'Type all six words.', cy: 'Teipiwch y chwe gair i gyd.' },
  'enter.working': {
    en: 'One moment. This takes a few seconds.',
    cy: 'Un eiliad. Mae hyn yn cymryd ychydig eiliadau.',
  },
  'enter.unknownPasskey': {
    en: 'This passkey opens nothing here, or not any more. If your access was given out anew, use the new link. Otherwise ask the people who look after it at the force.',
    cy: 'Nid yw’r bàs-allwedd hon yn agor dim yma, neu ddim mwyach. Os cafodd eich mynediad ei roi o’r newydd, defnyddiwch y ddolen newydd. Fel arall, gofynnwch i bwy bynnag sy’n gofalu amdano yn yr heddlu.',
  },
  'enter.unknownWords': {
    en: 'These words open nothing here, or not any more. Look at each word once more. If you have lost them, ask the people who look after access at the force for a new link.',
    cy: 'Nid yw’r geiriau hyn yn agor dim yma, neu ddim mwyach. Edrychwch ar bob gair unwaith eto. Os ydych wedi’u colli, gofynnwch i bwy bynnag sy’n gofalu am fynediad yn yr heddlu am ddolen newydd.',
  },
  'enter.revoked': {
    en: 'This access was taken back. Ask the people who look after it at the force.',
    cy: 'Cafodd y mynediad hwn ei dynnu’n ôl. Gofynnwch i bwy bynnag sy’n gofalu amdano yn yr heddlu.',
  },
  'enter.notTaken': {
    en: 'The answer of your device did not hold, so nobody was signed in. Try once more. If it happens again, ask for a new link.',
    cy: 'Nid oedd ateb eich dyfais yn ddilys, felly ni chafodd neb ei fewngofnodi. Rhowch gynnig arall arni. Os bydd yn digwydd eto, gofynnwch am ddolen newydd.',
  },
  'enter.late': {
    en: 'That took too long, so nothing was done. Try once more.',
    cy: 'Cymerodd hynny ormod o amser, felly ni wnaed dim. Rhowch gynnig arall arni.',
  },
  'enter.stopped': {
    en: 'Nothing was done: the device was asked, and no passkey came back. Try once more, or use words.',
    cy: 'Ni wnaed dim: gofynnwyd i’r ddyfais, ac ni ddaeth pàs-allwedd yn ôl. Rhowch gynnig arall arni, neu defnyddiwch eiriau.',
  },
  'enter.tooOften': {
    en: 'This was asked for too often. Wait a moment, then try again.',
    cy: 'Gofynnwyd am hyn yn rhy aml. Arhoswch eiliad, yna rhowch gynnig arall arni.',
  },
  'enter.unavailable': {
    en: 'This cannot be reached at the moment. Check your connection and try again. If it cannot wait, call the force.',
    cy: 'Ni ellir cyrraedd hyn ar hyn o bryd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni. Os na all aros, ffoniwch yr heddlu.',
  },
  'enter.failed': {
    en: 'This did not work. Load the page again and try once more.',
    cy: 'Ni weithiodd hyn. Llwythwch y dudalen eto a rhowch gynnig arall arni.',
  },
} as const satisfies Words<'enter'>;
