import type { Words } from '../word.ts';

/** The first use of an invitation: a passkey, or words that are drawn. */
export const signUpWords = {
  'invited.heading': { en: 'You have been given access', cy: 'Rydych wedi cael mynediad' },
  'invited.lead': {
    en: 'This link is for {organisation}, and works once. Choose how you will sign in from now on.',
    cy: 'Mae’r ddolen hon ar gyfer {organisation}, ac mae’n gweithio unwaith. Dewiswch sut y byddwch yn mewngofnodi o hyn ymlaen.',
  },
  'invited.nobody': {
    en: 'Candour does not ask who you are. It knows which access was used, and which kind of organisation it belongs to.',
    cy: 'Nid yw Candour yn gofyn pwy ydych chi. Mae’n gwybod pa fynediad a ddefnyddiwyd, ac i ba fath o sefydliad y mae’n perthyn.',
  },
  'invited.makePasskey': { en: 'Make a passkey', cy: 'Gwneud pàs-allwedd' },
  'invited.passkeyHint': {
    en: 'Best on a device that is yours alone. You sign in with its fingerprint, face or PIN. The passkey stays on the device, under this site’s name, until you remove it in the device’s settings.',
    cy: 'Gorau oll ar ddyfais sy’n eiddo i chi yn unig. Byddwch yn mewngofnodi ag ôl bys, wyneb neu PIN y ddyfais. Mae’r pàs-allwedd yn aros ar y ddyfais, o dan enw’r wefan hon, nes i chi ei thynnu yng ngosodiadau’r ddyfais.',
  },
  'invited.wordsHeading': { en: 'Without a passkey', cy: 'Heb bàs-allwedd' },
  'invited.wordsHint': {
    en: 'Six words are drawn for you. You write them down and type them each time. Anyone who has them can sign in as you do.',
    cy: 'Mae chwe gair yn cael eu dewis ar hap i chi. Rydych yn eu hysgrifennu ac yn eu teipio bob tro. Gall unrhyw un sydd â nhw fewngofnodi fel chithau.',
  },
  'invited.drawEnglish': { en: 'Draw six English words', cy: 'Dewis chwe gair Saesneg ar hap' },
  'invited.drawWelsh': { en: 'Draw six Welsh words', cy: 'Dewis chwe gair Cymraeg ar hap' },
  'invited.drawn': {
    en: 'Write these six words down now, in this order, and keep them where only you look. They are shown this once.',
    cy: 'Ysgrifennwch y chwe gair hyn nawr, yn y drefn hon, a chadwch nhw lle nad oes ond chi yn edrych. Dim ond y tro hwn y cânt eu dangos.',
  },
  'invited.typeBack': { en: 'Type the six words to go on', cy: 'Teipiwch y chwe gair i fynd ymlaen' },
  'invited.notThese': {
    en: 'These are not the six words above. Look at each one once more.',
    cy: 'Nid y rhain yw’r chwe gair uchod. Edrychwch ar bob un unwaith eto.',
  },
  'invited.useWords': { en: 'Use these words', cy: 'Defnyddio’r geiriau hyn' },
  'invited.other': { en: 'Draw others', cy: 'Dewis rhai eraill' },
  'invited.used': {
    en: 'This link was used. If that was you, sign in below. If it was not, tell the person who sent it at once, so that it is taken back.',
    cy: 'Mae’r ddolen hon wedi’i defnyddio. Os chi wnaeth, mewngofnodwch isod. Os nad chi, dywedwch wrth bwy bynnag a’i hanfonodd ar unwaith, fel y caiff ei thynnu’n ôl.',
  },
  'invited.revoked': {
    en: 'This invitation was taken back. Ask the person who sent it.',
    cy: 'Cafodd y gwahoddiad hwn ei dynnu’n ôl. Gofynnwch i bwy bynnag a’i hanfonodd.',
  },
  'invited.expired': {
    en: 'This link is too old: its last day is over. Ask the person who sent it for a new one.',
    cy: 'Mae’r ddolen hon yn rhy hen: mae ei diwrnod olaf wedi mynd heibio. Gofynnwch i bwy bynnag a’i hanfonodd am un newydd.',
  },
  'invited.unknown': {
    en: 'This link leads to no invitation: a part of it is missing, or a newer link was given out since. Copy the whole link, or ask the person who sent it for a new one.',
    cy: 'Nid yw’r ddolen hon yn arwain at wahoddiad: mae rhan ohoni ar goll, neu mae dolen newydd wedi’i rhoi ers hynny. Copïwch y ddolen gyfan, neu gofynnwch i bwy bynnag a’i hanfonodd am un newydd.',
  },
  'invited.inQuery': {
    en: 'This link was changed on its way and may have been seen by others. It was not used. Ask the person who sent it for a new one.',
    cy: 'Cafodd y ddolen hon ei newid ar ei ffordd ac efallai fod eraill wedi’i gweld. Ni chafodd ei defnyddio. Gofynnwch i bwy bynnag a’i hanfonodd am un newydd.',
  },
} as const satisfies Words<'invited'>;
