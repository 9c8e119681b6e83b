import type { Words } from '../word.ts';

/** The page "Partners": organisations outside the force, and how their people come in. */
export const invitationsWords = {
  'partners.intro': {
    en: 'Partner organisations can use Candour to pass on what someone has told them. Each person who will do this gets their own invitation: a link that works once. Candour does not keep that person’s name, or when they visit.',
    cy: 'Gall sefydliadau partner ddefnyddio Candour i drosglwyddo’r hyn a ddywedodd rhywun wrthynt. Mae pob person a fydd yn gwneud hyn yn cael ei wahoddiad ei hun: dolen sy’n gweithio unwaith. Nid yw Candour yn cadw enw’r person hwnnw, na phryd y mae’n ymweld.',
  },
  'partners.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'partners.again': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'partners.none': { en: 'No organisation has been added yet.', cy: 'Nid oes sefydliad wedi’i ychwanegu eto.' },
  'partners.nameHeading': { en: 'Add an organisation', cy: 'Ychwanegu sefydliad' },
  'partners.name': {
    en: 'The organisation’s name, as its staff know it',
    cy: 'Enw’r sefydliad, fel y mae ei bobl yn ei ddefnyddio',
  },
  'partners.nameHint': {
    en: 'The name of the organisation, not of a person.',
    cy: 'Enw’r sefydliad, nid enw person.',
  },
  'partners.nameOdd': {
    en: 'Type a name of at most 80 characters that begins with a letter. It can have letters, numbers, spaces and . , ’ ( ) & / + -',
    cy: 'Teipiwch enw o 80 nod ar y mwyaf sy’n dechrau â llythyren. Gall gynnwys llythrennau, rhifau, bylchau a . , ’ ( ) & / + -',
  },
  'partners.type': { en: 'Kind of organisation', cy: 'Math o sefydliad' },
  'partners.typeHint': {
    en: 'Figures show only the kind of organisation, not its name, and only if the counts are large enough. You cannot change the kind later.',
    cy: 'Dim ond y math o sefydliad y mae ffigurau’n ei ddangos, nid ei enw, a dim ond os yw’r niferoedd yn ddigon mawr. Ni allwch newid y math wedyn.',
  },
  'partners.save': { en: 'Add the organisation', cy: 'Ychwanegu’r sefydliad' },
  'partners.saved': { en: 'The organisation has been added.', cy: 'Mae’r sefydliad wedi’i ychwanegu.' },
  'partners.rename': { en: 'Change its name', cy: 'Newid ei enw' },
  'partners.newName': { en: 'New name', cy: 'Enw newydd' },
  'partners.renameHint': {
    en: 'Its people see the new name when they next sign in. A passkey that someone already has still shows the earlier name on their device. Candour keeps only the new name.',
    cy: 'Bydd ei bobl yn gweld yr enw newydd pan fyddant yn mewngofnodi nesaf. Bydd pàs-allwedd sydd gan rywun eisoes yn dal i ddangos yr enw blaenorol ar ddyfais y person. Dim ond yr enw newydd y mae Candour yn ei gadw.',
  },
  'partners.renameSave': { en: 'Save the name', cy: 'Cadw’r enw' },
  'partners.renamed': { en: 'The name has been changed.', cy: 'Mae’r enw wedi’i newid.' },
  'partners.changed': {
    en: 'Someone else changed this name in the meantime, so the name that you typed was not saved. The list below is up to date: check it, then save your change again if it is still right.',
    cy: 'Newidiodd rhywun arall yr enw hwn yn y cyfamser, felly ni chadwyd yr enw a deipioch. Mae’r rhestr isod yn gyfredol: gwiriwch hi, yna cadwch eich newid eto os yw’n dal yn gywir.',
  },
  'partners.taken': {
    en: 'An organisation already has this name.',
    cy: 'Mae gan sefydliad yr enw hwn eisoes.',
  },
  'partners.gone': {
    en: 'This organisation or invitation no longer exists. The list below is up to date.',
    cy: 'Nid yw’r sefydliad na’r gwahoddiad hwn yn bodoli mwyach. Mae’r rhestr isod yn gyfredol.',
  },
  'partners.wasRevoked': {
    en: 'This invitation was already withdrawn. Make a new one.',
    cy: 'Cafodd y gwahoddiad hwn ei dynnu’n ôl eisoes. Gwnewch un newydd.',
  },
  'partners.inviteFor': { en: 'Make an invitation for {name}', cy: 'Gwneud gwahoddiad ar gyfer {name}' },
  'partners.days': { en: 'The link works for', cy: 'Mae’r ddolen yn gweithio am' },
  'partners.daysOf': {
    en: '{days, plural, one {# day} other {# days}}',
    cy: '{days, plural, one {# diwrnod} two {# ddiwrnod} few {# diwrnod} many {# diwrnod} other {# diwrnod}}',
  },
  'partners.linkHeading': { en: 'The link, shown only once', cy: 'Y ddolen, a ddangosir unwaith yn unig' },
  'partners.linkFor': {
    en: 'The link is for one person at {name}, and works until {until}. The first person to open it gets the access: hand the link over in person, or send it where only the person whom it is for can read it. Ask that person to tell you if the link had already been used.',
    cy: 'Mae’r ddolen ar gyfer un person o’r sefydliad hwn: {name}. Mae’n gweithio tan {until}. Y person cyntaf i agor y ddolen fydd yn cael y mynediad: rhowch hi wyneb yn wyneb, neu anfonwch hi i rywle lle na all neb ond y person y mae hi ar ei gyfer ei darllen. Gofynnwch i’r person hwnnw ddweud wrthych os oedd rhywun wedi’i defnyddio eisoes.',
  },
  'partners.link': { en: 'The link', cy: 'Y ddolen' },
  'partners.code': { en: 'Show the link as a QR code', cy: 'Dangos y ddolen fel cod QR' },
  'partners.codeHint': {
    en: 'This code is the link: anyone who takes a picture of it can use the invitation. Show it only to that one person, ask them to scan it with their phone’s own camera, then close it.',
    cy: 'Y ddolen yw’r cod hwn: gall unrhyw un sy’n tynnu llun ohono ddefnyddio’r gwahoddiad. Dangoswch ef i’r un person hwnnw’n unig, gofynnwch iddo ei sganio â chamera ei ffôn ei hun, yna caewch ef.',
  },
  'partners.codeName': {
    en: 'A QR code of the link. The link above it says the same.',
    cy: 'Cod QR o’r ddolen. Mae’r ddolen uwch ei ben yn dweud yr un peth.',
  },
  'partners.linkDone': { en: 'I have handed it over', cy: 'Rwyf wedi’i throsglwyddo' },
  'partners.invitations': { en: 'Invitations', cy: 'Gwahoddiadau' },
  'partners.noInvitations': { en: 'There are no invitations yet.', cy: 'Nid oes gwahoddiadau eto.' },
  'partners.row': {
    en: 'Invitation {number}, made on {day}: {state}',
    cy: 'Gwahoddiad {number}, a wnaed ar {day}: {state}',
  },
  'partners.open': { en: 'not used yet, works until {until}', cy: 'heb ei ddefnyddio eto, yn gweithio tan {until}' },
  'partners.expired': { en: 'expired', cy: 'wedi dod i ben' },
  'partners.usedPasskey': { en: 'used, with a passkey', cy: 'wedi’i ddefnyddio, â phàs-allwedd' },
  'partners.usedWords': { en: 'used, with six words', cy: 'wedi’i ddefnyddio, â chwe gair' },
  'partners.revoked': { en: 'withdrawn', cy: 'wedi’i dynnu’n ôl' },
  'partners.renew': { en: 'Replace the invitation', cy: 'Rhoi gwahoddiad newydd yn ei le' },
  'partners.renewHint': {
    en: 'A new link is made. The access that the earlier link gave ends at once.',
    cy: 'Caiff dolen newydd ei gwneud. Daw’r mynediad a roddodd yr un flaenorol i ben ar unwaith.',
  },
  'partners.revoke': { en: 'Withdraw the invitation', cy: 'Tynnu’r gwahoddiad yn ôl' },
  'partners.sure': {
    en: 'Anyone who uses this invitation will be signed out straight away, and it will never work again. Withdraw it?',
    cy: 'Bydd unrhyw un sy’n defnyddio’r gwahoddiad hwn yn cael ei allgofnodi ar unwaith, ac ni fydd y gwahoddiad byth yn gweithio eto. Ei dynnu’n ôl?',
  },
  'partners.sureYes': { en: 'Yes, withdraw it', cy: 'Iawn, ei dynnu’n ôl' },
  'partners.sureNo': { en: 'Keep it', cy: 'Ei gadw' },
  'partners.doneHeading': { en: 'What admins did', cy: 'Yr hyn a wnaeth gweinyddwyr' },
  'partners.doneHint': {
    en: 'These actions are recorded in the history of the settings. No admin can change that history.',
    cy: 'Caiff hyn ei gofnodi yn hanes y gosodiadau. Ni all unrhyw weinyddwr newid yr hanes hwnnw.',
  },
  'partners.didName': { en: '{on}: {who} added {name}', cy: '{on}: ychwanegodd {who} sefydliad: {name}' },
  'partners.didRename': {
    en: '{on}: {who} changed the name of {name}',
    cy: '{on}: newidiodd {who} enw {name}',
  },
  'partners.didInvite': {
    en: '{on}: {who} made invitation {number} for {name}',
    cy: '{on}: gwnaeth {who} wahoddiad {number} ar gyfer {name}',
  },
  'partners.didRenew': {
    en: '{on}: {who} replaced invitation {number} for {name}',
    cy: '{on}: rhoddodd {who} wahoddiad newydd yn lle gwahoddiad {number} ar gyfer {name}',
  },
  'partners.didRevoke': {
    en: '{on}: {who} withdrew invitation {number} for {name}',
    cy: '{on}: tynnodd {who} wahoddiad {number} ar gyfer {name} yn ôl',
  },
  'partners.somebody': { en: 'an admin', cy: 'gweinyddwr' },
} as const satisfies Words<'partners'>;
