import type { Words } from '../word.ts';

/** The first use of an invitation: a passkey, or words that are drawn. */
export const signUpWords = {
  'invited.heading': { en: 'You have been given access', cy: 'Rydych wedi cael mynediad' },
  'invited.lead': {
    en: 'This link is for {organisation} and works once. Choose how you will sign in from now on.',
    cy: 'Mae’r ddolen hon ar gyfer {organisation}, ac mae’n gweithio unwaith. Dewiswch sut y byddwch yn mewngofnodi o hyn ymlaen.',
  },
  'invited.nobody': {
    en: 'Candour does not ask who you are. It knows which access was used, and which kind of organisation it belongs to.',
    cy: 'Nid yw Candour yn gofyn pwy ydych chi. Mae’n gwybod pa fynediad a ddefnyddiwyd, ac i ba fath o sefydliad y mae’n perthyn.',
  },
  'invited.makePasskey': { en: 'Create a passkey', cy: 'Gwneud pàs-allwedd' },
  'invited.passkeyHint': {
    en: 'A passkey is best on a device that only you use. You sign in with your fingerprint, face or PIN. The passkey is saved under this site’s name until you remove it in the device’s settings. Some devices copy passkeys to other devices that use the same account.',
    cy: 'Mae’n well gwneud pàs-allwedd ar ddyfais nad oes neb ond chi yn ei defnyddio. Byddwch yn mewngofnodi â’ch ôl bys, eich wyneb neu’ch PIN. Caiff y bàs-allwedd ei chadw o dan enw’r wefan hon nes i chi ei thynnu yng ngosodiadau’r ddyfais. Mae rhai dyfeisiau’n copïo pàs-allweddi i ddyfeisiau eraill sy’n defnyddio’r un cyfrif.',
  },
  'invited.wordsHeading': { en: 'Without a passkey', cy: 'Heb bàs-allwedd' },
  'invited.wordsHint': {
    en: 'You get six random words. Write them down, and type them each time you sign in. Anyone who has them can sign in as you.',
    cy: 'Cewch chwe gair ar hap. Ysgrifennwch nhw, a’u teipio bob tro y byddwch yn mewngofnodi. Gall unrhyw un sydd â nhw fewngofnodi fel chi.',
  },
  'invited.drawEnglish': { en: 'Get six English words', cy: 'Cael chwe gair Saesneg' },
  'invited.drawWelsh': { en: 'Get six Welsh words', cy: 'Cael chwe gair Cymraeg' },
  'invited.drawn': {
    en: 'Write these six words down now, in this order, and keep them where only you can see them. They are shown once.',
    cy: 'Ysgrifennwch y chwe gair hyn nawr, yn y drefn hon, a chadwch nhw lle na all neb ond chi eu gweld. Dim ond unwaith y cânt eu dangos.',
  },
  'invited.typeBack': { en: 'Type the six words to continue', cy: 'Teipiwch y chwe gair i barhau' },
  'invited.notThese': {
    en: 'These do not match the six words above. Check each one again.',
    cy: 'Nid yw’r rhain yn cyfateb i’r chwe gair uchod. Gwiriwch bob un eto.',
  },
  'invited.useWords': { en: 'Use these words', cy: 'Defnyddio’r geiriau hyn' },
  'invited.other': { en: 'Get other words', cy: 'Cael geiriau eraill' },
  'invited.used': {
    en: 'This link has been used. If that was you, sign in below. If not, straight away tell the person who sent the link, so that they can withdraw your access.',
    cy: 'Mae’r ddolen hon wedi’i defnyddio. Os chi wnaeth, mewngofnodwch isod. Os nad chi, dywedwch ar unwaith wrth y person a’i hanfonodd, er mwyn iddo dynnu eich mynediad yn ôl.',
  },
  'invited.revoked': {
    en: 'This invitation has been withdrawn. Ask the person who sent it.',
    cy: 'Mae’r gwahoddiad hwn wedi’i dynnu’n ôl. Gofynnwch i’r person a’i hanfonodd.',
  },
  'invited.expired': {
    en: 'This link has expired. Ask the person who sent it for a new one.',
    cy: 'Mae’r ddolen hon wedi dod i ben. Gofynnwch i’r person a’i hanfonodd am un newydd.',
  },
  'invited.unknown': {
    en: 'This link does not work. Part of it may be missing, or you may have been sent a newer one. Copy the whole link, or ask the person who sent it for a new one.',
    cy: 'Nid yw’r ddolen hon yn gweithio. Efallai fod rhan ohoni ar goll, neu fod un fwy newydd wedi’i hanfon atoch. Copïwch y ddolen gyfan, neu gofynnwch i’r person a’i hanfonodd am un newydd.',
  },
  'invited.inQuery': {
    en: 'This link was changed on its way to you and others may have seen it, so it was not used. Ask the person who sent it for a new one.',
    cy: 'Cafodd y ddolen hon ei newid ar ei ffordd atoch ac efallai fod eraill wedi’i gweld, felly ni chafodd ei defnyddio. Gofynnwch i’r person a’i hanfonodd am un newydd.',
  },
} as const satisfies Words<'invited'>;
