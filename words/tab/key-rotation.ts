import type { Words } from '../word.ts';

/** The ceremony when somebody leaves who held the key of a group. */
export const keyRotationWords = {
  'leaver.title': { en: 'Someone is leaving', cy: 'Rhywun yn gadael' },
  'leaver.group': { en: 'Which group’s key', cy: 'Allwedd pa grŵp' },
  'leaver.stepOf': { en: 'Step {place} of {of}:', cy: 'Cam {place} o {of}:' },
  'leaver.stepWhy': { en: 'why a new key is needed', cy: 'pam mae angen allwedd newydd' },
  'leaver.stepMake': { en: 'make the new key', cy: 'gwneud yr allwedd newydd' },
  'leaver.stepRecovery': { en: 'test the recovery key', cy: 'profi’r allwedd adfer' },
  'leaver.stepWrap': { en: 'give the key to the people who stay', cy: 'rhoi’r allwedd i’r bobl sy’n aros' },
  'leaver.stepSettings': { en: 'the operators’ settings', cy: 'gosodiadau’r gweithredwyr' },
  'leaver.stepCheck': {
    en: 'check which key the server encrypts to',
    cy: 'gwirio â pha allwedd y mae’r gweinydd yn amgryptio',
  },
  'leaver.stepDone': { en: 'Done', cy: 'Wedi gorffen' },
  'leaver.why': {
    en: 'The person who is leaving may still have this group’s key: {group}. So the group gets a new key, and everything that comes in after that is encrypted to the new key. The people who stay keep the old key, because older reports still need it.',
    cy: 'Efallai fod allwedd y grŵp hwn gan y person sy’n gadael o hyd: {group}. Felly mae’r grŵp yn cael allwedd newydd, a chaiff popeth a ddaw i mewn wedyn ei amgryptio â’r allwedd newydd. Mae’r bobl sy’n aros yn cadw’r hen allwedd, gan fod ei hangen o hyd ar gyfer adroddiadau hŷn.',
  },
  'leaver.limits': {
    en: 'What this cannot undo: someone who kept a copy of the old key and of an encrypted report can still open that report, and they still know what they have read.',
    cy: 'Yr hyn na all hyn ei ddadwneud: gall rhywun a gadwodd gopi o’r hen allwedd ac o adroddiad wedi’i amgryptio agor yr adroddiad hwnnw o hyd, a bydd yn dal i wybod yr hyn a ddarllenodd.',
  },
  'leaver.needs': {
    en: 'You will need: your key, open; the recovery key and the people who hold it, if there is one; the operators; and half an hour.',
    cy: 'Bydd angen y rhain arnoch: eich allwedd, ar agor; yr allwedd adfer a’r bobl sy’n ei dal, os oes un; y gweithredwyr; a hanner awr.',
  },
  'leaver.unlockFirst': {
    en: 'Open this key first: {group}.',
    cy: 'Agorwch yr allwedd hon yn gyntaf: {group}.',
  },
  'leaver.begin': { en: 'Start', cy: 'Dechrau' },
  'leaver.lockedMeanwhile': {
    en: 'The keys were locked. To continue this step, open this key above: {group}. If you have already saved the new key’s file, open that file instead.',
    cy: 'Clowyd yr allweddi. I barhau â’r cam hwn, agorwch yr allwedd hon uchod: {group}. Os ydych eisoes wedi cadw ffeil yr allwedd newydd, agorwch y ffeil honno yn lle hynny.',
  },
  'leaver.makeGroupWhy': {
    en: 'The new key is made on this page for: {group}. Nothing is encrypted to it until the operators change a setting.',
    cy: 'Caiff yr allwedd newydd ei gwneud ar y dudalen hon ar gyfer: {group}. Ni chaiff dim ei amgryptio â hi nes i’r gweithredwyr newid gosodiad.',
  },
  'leaver.makeGroup': { en: 'Make the new key', cy: 'Gwneud yr allwedd newydd' },
  'leaver.madeGroup': {
    en: 'The new key is made. Save it in a file for the safe: the file also contains the earlier keys. The new key’s security code:',
    cy: 'Mae’r allwedd newydd wedi’i gwneud. Cadwch hi mewn ffeil ar gyfer y sêff: mae’r allweddi cynharach yn y ffeil hefyd. Cod diogelwch yr allwedd newydd:',
  },
  'leaver.noRecovery': {
    en: 'The server lists no recovery key. If the group’s key is lost, reports are lost too. Ask the operators to have a recovery key made.',
    cy: 'Nid oes allwedd adfer ar restr y gweinydd. Os collir allwedd y grŵp, collir adroddiadau hefyd. Gofynnwch i’r gweithredwyr drefnu gwneud allwedd adfer.',
  },
  'leaver.recoveryWhy': {
    en: 'This test encrypts something to the new key and the recovery key, and opens it with each. The recovery key is used for this test only, and is not kept.',
    cy: 'Mae’r prawf hwn yn amgryptio rhywbeth â’r allwedd newydd a’r allwedd adfer, ac yna’n ei agor â’r naill a’r llall. Defnyddir yr allwedd adfer ar gyfer y prawf hwn yn unig, ac ni chaiff ei chadw.',
  },
  'leaver.recoveryFile': { en: 'File of the recovery key (required)', cy: 'Ffeil yr allwedd adfer (gofynnol)' },
  'leaver.recoveryHint': {
    en: 'From the storage device in the safe. Put it back afterwards.',
    cy: 'O’r ddyfais storio yn y sêff. Rhowch hi’n ôl yno wedyn.',
  },
  'leaver.recoveryPassphrase': { en: 'Passphrase of the recovery key', cy: 'Cyfrinymadrodd yr allwedd adfer' },
  'leaver.testRecovery': { en: 'Test the recovery key', cy: 'Profi’r allwedd adfer' },
  'leaver.wrapWhy': {
    en: 'The people you tick can open old and new reports. Compare each security code by phone or in person. Do not tick the person who is leaving.',
    cy: 'Bydd y bobl rydych yn eu ticio yn gallu agor adroddiadau hen a newydd. Cymharwch bob cod diogelwch dros y ffôn neu wyneb yn wyneb. Peidiwch â thicio’r person sy’n gadael.',
  },
  'leaver.whoStays': {
    en: 'Who stays, and whose security code you have compared (required)',
    cy: 'Pwy sy’n aros, a chod diogelwch pwy rydych wedi’i gymharu (gofynnol)',
  },
  'leaver.staysWithoutKey': {
    en: '{name} has no key of their own yet. Give them the group’s key later, under Colleagues.',
    cy: 'Nid oes gan {name} allwedd bersonol eto. Rhowch allwedd y grŵp i’r person hwn yn ddiweddarach, o dan Cydweithwyr.',
  },
  'leaver.tickSomebody': { en: 'Tick at least one person.', cy: 'Ticiwch o leiaf un person.' },
  'leaver.wrapForTicked': { en: 'Give them the key', cy: 'Rhoi’r allwedd iddynt' },
  'leaver.settingsWhy': {
    en: 'Give these two lines to the operators. They are not secret, but they must not be changed on the way. Once the operators have entered them, check that the server shows the security code below. The lines replace the settings with the same names.',
    cy: 'Rhowch y ddwy linell hyn i’r gweithredwyr. Nid ydynt yn gyfrinachol, ond rhaid peidio â’u newid ar y ffordd. Ar ôl i’r gweithredwyr eu rhoi yn y gosodiadau, gwiriwch fod y gweinydd yn dangos y cod diogelwch isod. Mae’r llinellau’n cymryd lle’r gosodiadau o’r un enw.',
  },
  'leaver.settingNow': { en: 'The key from now on', cy: 'Yr allwedd o hyn ymlaen' },
  'leaver.settingBefore': { en: 'The earlier keys', cy: 'Yr allweddi cynharach' },
  'leaver.settingsRole': {
    en: 'Also ask them to remove the role of the person who is leaving. After that, Candour gives that person nothing.',
    cy: 'Gofynnwch iddynt hefyd dynnu’r rôl oddi ar y person sy’n gadael. O hynny ymlaen ni fydd Candour yn rhoi dim i’r person hwnnw.',
  },
  'leaver.settingsGiven': { en: 'The operators have both lines', cy: 'Mae’r ddwy linell gan y gweithredwyr' },
  'leaver.checkWhy': {
    en: 'When the operators have changed the settings and restarted Candour, ask the server which keys it encrypts to.',
    cy: 'Ar ôl i’r gweithredwyr newid y gosodiadau ac ailgychwyn Candour, gofynnwch i’r gweinydd â pha allweddi y mae’n amgryptio.',
  },
  'leaver.checkNow': { en: 'Ask the server', cy: 'Gofyn i’r gweinydd' },
  'leaver.checkWaiting': {
    en: 'The server does not yet encrypt to the new key only. Ask again when the operators have finished.',
    cy: 'Nid yw’r gweinydd yn amgryptio â’r allwedd newydd yn unig eto. Gofynnwch eto pan fydd y gweithredwyr wedi gorffen.',
  },
  'leaver.done': {
    en: '{people, plural, one {The server now encrypts to the new key only. # person has the new key. Keep its file in the safe, and keep the old key for older reports.} other {The server now encrypts to the new key only. # people have the new key. Keep its file in the safe, and keep the old key for older reports.}}',
    cy: 'Mae’r gweinydd nawr yn amgryptio â’r allwedd newydd yn unig. Mae’r allwedd honno gan {people, plural, two {# berson} few {# pherson} many {# pherson} other {# person}}. Cadwch ei ffeil yn y sêff, a chadwch yr hen allwedd ar gyfer adroddiadau hŷn.',
  },
} as const satisfies Words<'leaver'>;
