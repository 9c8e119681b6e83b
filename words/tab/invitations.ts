import type { Words } from '../word.ts';

/** The page "Partners": organisations outside the force, and how their people come in. */
export const invitationsWords = {
  'partners.intro': {
    en: 'People of a partner pass on here what somebody told them. Each of them gets an invitation of their own: a link that works once. Candour keeps no name of theirs and no time of a visit.',
    cy: 'Mae pobl partner yn trosglwyddo yma yr hyn a ddywedodd rhywun wrthynt. Mae pob un yn cael ei wahoddiad ei hun: dolen sy’n gweithio unwaith. Nid yw Candour yn cadw enw nac amser ymweliad.',
  },
  'partners.loading': { en: 'Loading', cy: 'Wrthi’n llwytho' },
  'partners.again': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'partners.none': { en: 'No organisation has been named yet.', cy: 'Nid oes sefydliad wedi’i enwi eto.' },
  'partners.nameHeading': { en: 'Name an organisation', cy: 'Enwi sefydliad' },
  'partners.name': { en: 'Its name, as its people know it', cy: 'Ei enw, fel y mae ei bobl yn ei adnabod' },
  'partners.nameHint': {
    en: 'The name of the organisation, never of a person.',
    cy: 'Enw’r sefydliad, byth enw person.',
  },
  'partners.nameOdd': {
    en: 'Type the name on one line, in letters and numbers.',
    cy: 'Teipiwch yr enw ar un llinell, mewn llythrennau a rhifau.',
  },
  'partners.type': { en: 'What kind it is', cy: 'Pa fath ydyw' },
  'partners.typeHint': {
    en: 'Figures say the kind alone, and only where they are large enough. It cannot be changed later.',
    cy: 'Y math yn unig y mae’r ffigurau’n ei ddweud, a dim ond lle maent yn ddigon mawr. Ni ellir ei newid wedyn.',
  },
  'partners.save': { en: 'Name it', cy: 'Ei enwi' },
  'partners.saved': { en: 'It is named.', cy: 'Mae wedi’i enwi.' },
  'partners.rename': { en: 'Change its name', cy: 'Newid ei enw' },
  'partners.newName': { en: 'Its new name', cy: 'Ei enw newydd' },
  'partners.renameHint': {
    en: 'Its people see it when they next sign in; a passkey that they made keeps the earlier name on its device. Candour keeps only the new one.',
    cy: 'Bydd ei bobl yn ei weld pan fyddant yn mewngofnodi nesaf; bydd pàs-allwedd a wnaethant yn cadw’r enw blaenorol ar ei dyfais. Dim ond yr un newydd y mae Candour yn ei gadw.',
  },
  'partners.renameSave': { en: 'Save the name', cy: 'Cadw’r enw' },
  'partners.renamed': { en: 'It has its new name.', cy: 'Mae ganddo ei enw newydd.' },
  'partners.changed': {
    en: 'Somebody else changed this name meanwhile, so yours was not saved. The list below is new: look at it, then save yours if it is still right.',
    cy: 'Newidiodd rhywun arall yr enw hwn yn y cyfamser, felly ni chadwyd eich un chi. Mae’r rhestr isod yn newydd: edrychwch arni, yna cadwch eich un chi os yw’n dal yn gywir.',
  },
  'partners.taken': {
    en: 'An organisation has this name already.',
    cy: 'Mae gan sefydliad yr enw hwn eisoes.',
  },
  'partners.gone': {
    en: 'This is not there any more. The list below is new.',
    cy: 'Nid yw hwn yno mwyach. Mae’r rhestr isod yn newydd.',
  },
  'partners.wasRevoked': {
    en: 'This invitation was taken back already. Make a new one.',
    cy: 'Cafodd y gwahoddiad hwn ei dynnu’n ôl eisoes. Gwnewch un newydd.',
  },
  'partners.inviteFor': { en: 'Make an invitation for {name}', cy: 'Gwneud gwahoddiad ar gyfer {name}' },
  'partners.days': { en: 'The link works for', cy: 'Mae’r ddolen yn gweithio am' },
  'partners.daysOf': {
    en: '{days, plural, one {# day} other {# days}}',
    cy: '{days, plural, one {# diwrnod} two {# ddiwrnod} few {# diwrnod} many {# diwrnod} other {# diwrnod}}',
  },
  'partners.linkHeading': { en: 'The link, shown this once', cy: 'Y ddolen, a ddangosir y tro hwn yn unig' },
  'partners.linkFor': {
    en: 'For one person of {name}, until {until}. Whoever opens it first has the access: hand it over in person, or send it where only that person reads. Ask them to tell you if it was used before.',
    cy: 'Ar gyfer un person o {name}, tan {until}. Pwy bynnag sy’n ei hagor gyntaf sy’n cael y mynediad: rhowch hi wyneb yn wyneb, neu anfonwch hi lle nad oes ond y person hwnnw’n darllen. Gofynnwch iddo ddweud wrthych os oedd wedi’i defnyddio o’r blaen.',
  },
  'partners.link': { en: 'The link', cy: 'Y ddolen' },
  'partners.code': { en: 'As a code for a phone’s camera', cy: 'Fel cod i gamera ffôn' },
  'partners.codeHint': {
    en: 'It is the link: whoever takes a picture of it has the access. Show it to that one person alone, have them read it with their phone’s own camera, and close it then.',
    cy: 'Y ddolen ydyw: pwy bynnag sy’n tynnu llun ohono sy’n cael y mynediad. Dangoswch ef i’r un person hwnnw’n unig, gofynnwch iddo ei ddarllen â chamera ei ffôn ei hun, a’i gau wedyn.',
  },
  'partners.codeName': {
    en: 'A QR code of the link. The link above it says the same.',
    cy: 'Cod QR o’r ddolen. Mae’r ddolen uwch ei ben yn dweud yr un peth.',
  },
  'partners.linkDone': { en: 'I have handed it on', cy: 'Rwyf wedi ei throsglwyddo' },
  'partners.invitations': { en: 'Invitations', cy: 'Gwahoddiadau' },
  'partners.noInvitations': { en: 'It has no invitation yet.', cy: 'Nid oes ganddo wahoddiad eto.' },
  'partners.row': {
    en: 'Access {number}, made on {day}: {state}',
    cy: 'Mynediad {number}, a wnaed ar {day}: {state}',
  },
  'partners.open': { en: 'waits until {until}', cy: 'yn aros tan {until}' },
  'partners.expired': { en: 'its last day is over', cy: 'mae ei ddiwrnod olaf wedi mynd heibio' },
  'partners.usedPasskey': { en: 'used, with a passkey', cy: 'wedi’i ddefnyddio, â phàs-allwedd' },
  'partners.usedWords': { en: 'used, with six words', cy: 'wedi’i ddefnyddio, â chwe gair' },
  'partners.revoked': { en: 'taken back', cy: 'wedi’i dynnu’n ôl' },
  'partners.renew': { en: 'Give it out anew', cy: 'Ei roi o’r newydd' },
  'partners.renewHint': {
    en: 'A new link is made. What the earlier one opened is closed at once.',
    cy: 'Gwneir dolen newydd. Caiff yr hyn a agorodd yr un flaenorol ei gau ar unwaith.',
  },
  'partners.revoke': { en: 'Take it back', cy: 'Ei dynnu’n ôl' },
  'partners.sure': {
    en: 'Whoever uses it is signed out at once, and it never opens again. Take it back?',
    cy: 'Caiff pwy bynnag sy’n ei ddefnyddio ei allgofnodi ar unwaith, ac ni fydd yn agor byth eto. Ei dynnu’n ôl?',
  },
  'partners.sureYes': { en: 'Yes, take it back', cy: 'Iawn, ei dynnu’n ôl' },
  'partners.sureNo': { en: 'Leave it', cy: 'Ei adael' },
  'partners.doneHeading': { en: 'What admins did', cy: 'Yr hyn a wnaeth gweinyddwyr' },
  'partners.doneHint': {
    en: 'It stands in the history of the settings, which no admin can change.',
    cy: 'Mae’n sefyll yn hanes y gosodiadau, na all unrhyw weinyddwr ei newid.',
  },
  'partners.didName': { en: '{on}: {who} named {name}', cy: '{on}: enwodd {who} {name}' },
  'partners.didRename': {
    en: '{on}: {who} changed the name of {name}',
    cy: '{on}: newidiodd {who} enw {name}',
  },
  'partners.didInvite': {
    en: '{on}: {who} made invitation {number} for {name}',
    cy: '{on}: gwnaeth {who} wahoddiad {number} ar gyfer {name}',
  },
  'partners.didRenew': {
    en: '{on}: {who} gave out invitation {number} for {name} anew',
    cy: '{on}: rhoddodd {who} wahoddiad {number} ar gyfer {name} o’r newydd',
  },
  'partners.didRevoke': {
    en: '{on}: {who} took back invitation {number} for {name}',
    cy: '{on}: tynnodd {who} wahoddiad {number} ar gyfer {name} yn ôl',
  },
  'partners.somebody': { en: 'an admin', cy: 'gweinyddwr' },
} as const satisfies Words<'partners'>;
