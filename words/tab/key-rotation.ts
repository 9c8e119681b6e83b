import type { Words } from '../word.ts';

/** The ceremony when somebody leaves who held the key of a group. */
export const keyRotationWords = {
  'leaver.title': { en: 'Somebody is leaving', cy: 'Rhywun yn gadael' },
  'leaver.group': { en: 'Whose key', cy: 'Allwedd pwy' },
  'leaver.stepOf': { en: 'Step {place} of {of}:', cy: 'Cam {place} o {of}:' },
  'leaver.stepWhy': { en: 'why a new key', cy: 'pam allwedd newydd' },
  'leaver.stepMake': { en: 'make the new key', cy: 'gwneud yr allwedd newydd' },
  'leaver.stepRecovery': { en: 'test the recovery key', cy: 'profi’r allwedd adfer' },
  'leaver.stepWrap': { en: 'wrap it for those who stay', cy: 'ei lapio i’r rhai sy’n aros' },
  'leaver.stepSettings': { en: 'the operators’ settings', cy: 'gosodiadau’r gweithredwyr' },
  'leaver.stepCheck': { en: 'check', cy: 'gwirio' },
  'leaver.stepDone': { en: 'Done', cy: 'Wedi gorffen' },
  'leaver.why': {
    en: 'The person who is leaving may still have the key. So the group gets a new one, and everything that comes in from then on is sealed to it: {group}. The old key stays with those who stay, because older reports still need it.',
    cy: 'Efallai fod yr allwedd yn dal i fod gan y sawl sy’n gadael. Felly mae’r grŵp yn cael un newydd, ac i honno y selir yr hyn a ddaw wedyn: {group}. Mae’r hen allwedd yn aros gyda’r rhai sy’n aros, gan fod adroddiadau hŷn yn dal i fod ei hangen.',
  },
  'leaver.limits': {
    en: 'What it cannot undo: whoever kept a copy of the old key and of a sealed report can still open that report. They still know what they have read.',
    cy: 'Yr hyn na all ei ddadwneud: gall pwy bynnag a gadwodd gopi o’r hen allwedd ac o adroddiad wedi’i selio agor yr adroddiad hwnnw o hyd, a bydd yn dal i wybod yr hyn a ddarllenodd.',
  },
  'leaver.needs': {
    en: 'You will need: your key, open; the recovery key and those who hold it, where there is one; the operators; and half an hour.',
    cy: 'Sicrhewch fod y rhain wrth law: eich allwedd ar agor, yr allwedd adfer a’r rhai sy’n ei dal, os oes un, y gweithredwyr, a hanner awr.',
  },
  'leaver.unlockFirst': {
    en: 'Open this key first: {group}.',
    cy: 'Agorwch yr allwedd hon yn gyntaf: {group}.',
  },
  'leaver.begin': { en: 'Begin', cy: 'Dechrau' },
  'leaver.lockedMeanwhile': {
    en: 'The keys were locked. Open this key above, and this step goes on where it was: {group}. If you have saved the new key’s file already, open that file.',
    cy: 'Clowyd yr allweddi. Agorwch yr allwedd hon uchod i fynd ymlaen â’r cam hwn: {group}. Os ydych eisoes wedi cadw ffeil yr allwedd newydd, agorwch y ffeil honno.',
  },
  'leaver.makeGroupWhy': {
    en: 'The new key is made on this page for: {group}. Nothing is sealed to it before the operators change a setting.',
    cy: 'Gwneir yr allwedd newydd ar y dudalen hon ar gyfer: {group}. Ni selir dim iddi cyn i’r gweithredwyr newid gosodiad.',
  },
  'leaver.makeGroup': { en: 'Make the new key', cy: 'Gwneud yr allwedd newydd' },
  'leaver.madeGroup': {
    en: 'The new key is made. Save it for the safe, together with the keys before it. Its fingerprint:',
    cy: 'Mae’r allwedd newydd wedi’i gwneud. Cadwch hi ar gyfer y sêff, ynghyd â’r allweddi o’i blaen. Ei holion bys:',
  },
  'leaver.noRecovery': {
    en: 'The server names no recovery key. If the group’s key is lost, reports are then lost as well. Ask the operators to have one made.',
    cy: 'Nid yw’r gweinydd yn enwi allwedd adfer. Os collir allwedd y grŵp, collir adroddiadau hefyd. Gofynnwch i’r gweithredwyr drefnu gwneud un.',
  },
  'leaver.recoveryWhy': {
    en: 'Something is sealed to the new key and the recovery key, and opened with each. The recovery key is used for this test alone and dropped at once.',
    cy: 'Selir rhywbeth i’r allwedd newydd a’r allwedd adfer, ac yna ei agor â’r naill a’r llall. Defnyddir yr allwedd adfer ar gyfer y prawf hwn yn unig, ac ni chaiff ei chadw.',
  },
  'leaver.recoveryFile': { en: 'File of the recovery key (required)', cy: 'Ffeil yr allwedd adfer (gofynnol)' },
  'leaver.recoveryHint': {
    en: 'From the medium that lies in the safe. Take it away again afterwards.',
    cy: 'O’r cyfrwng sydd yn y sêff. Ewch ag ef yn ôl wedyn.',
  },
  'leaver.recoveryPassphrase': { en: 'Passphrase of the recovery key', cy: 'Cyfrinymadrodd yr allwedd adfer' },
  'leaver.testRecovery': { en: 'Test the recovery key', cy: 'Profi’r allwedd adfer' },
  'leaver.wrapWhy': {
    en: 'Those you tick can open old and new reports. Compare each fingerprint by phone or in person. Do not tick the person who is leaving.',
    cy: 'Gall y rhai rydych yn eu ticio agor adroddiadau hen a newydd. Cymharwch bob un o’r olion bys dros y ffôn neu wyneb yn wyneb. Peidiwch â thicio’r sawl sy’n gadael.',
  },
  'leaver.whoStays': {
    en: 'Who stays, and whose fingerprint you have compared (required)',
    cy: 'Pwy sy’n aros, ac olion bys pwy rydych wedi’u cymharu (gofynnol)',
  },
  'leaver.staysWithoutKey': {
    en: '{name} has no key of their own yet. Wrap the key for them later, under Colleagues.',
    cy: 'Nid oes gan {name} allwedd bersonol eto. Lapiwch allwedd y grŵp i’r person hwn yn ddiweddarach, o dan Cydweithwyr.',
  },
  'leaver.tickSomebody': { en: 'Tick at least one person.', cy: 'Ticiwch o leiaf un person.' },
  'leaver.wrapForTicked': { en: 'Wrap for those ticked', cy: 'Lapio i’r rhai a diciwyd' },
  'leaver.settingsWhy': {
    en: 'Give these two lines to the operators. They are no secret, but nobody may change them on the way: compare the fingerprint on the server afterwards. They take the place of the settings of the same names.',
    cy: 'Rhowch y ddwy linell hyn i’r gweithredwyr. Nid ydynt yn gyfrinach, ond ni chaiff neb eu newid ar y ffordd: cymharwch yr olion bys ar y gweinydd wedyn. Maent yn cymryd lle’r gosodiadau o’r un enw.',
  },
  'leaver.settingNow': { en: 'Sealed to from now on', cy: 'Yr allwedd y selir iddi o hyn ymlaen' },
  'leaver.settingBefore': { en: 'Was sealed to before', cy: 'Yr allweddi y seliwyd iddynt o’r blaen' },
  'leaver.settingsRole': {
    en: 'Ask them also to remove the role of the person who is leaving. From then on nothing is given to that person.',
    cy: 'Gofynnwch iddynt hefyd dynnu’r rôl oddi ar y sawl sy’n gadael. O hynny ymlaen ni roddir dim i’r person hwnnw.',
  },
  'leaver.settingsGiven': { en: 'The operators have both lines', cy: 'Mae’r ddwy linell gan y gweithredwyr' },
  'leaver.checkWhy': {
    en: 'Once the operators have changed the settings and started Candour again, ask the server what it seals to.',
    cy: 'Ar ôl i’r gweithredwyr newid y gosodiadau ac ailgychwyn Candour, gofynnwch i’r gweinydd i ba allweddi y mae’n selio.',
  },
  'leaver.checkNow': { en: 'Ask the server', cy: 'Gofyn i’r gweinydd' },
  'leaver.checkWaiting': {
    en: 'The server does not yet seal to the new key alone. Ask again once the operators are done.',
    cy: 'Nid yw’r gweinydd yn selio i’r allwedd newydd yn unig eto. Gofynnwch eto pan fydd y gweithredwyr wedi gorffen.',
  },
  'leaver.done': {
    en: '{people, plural, one {The server now seals to the new key alone. It is wrapped for # person. Keep its file in the safe, and keep the old key for older reports.} other {The server now seals to the new key alone. It is wrapped for # people. Keep its file in the safe, and keep the old key for older reports.}}',
    cy: 'Mae’r gweinydd nawr yn selio i’r allwedd newydd yn unig. Mae’r allwedd honno wedi’i lapio i {people, plural, two {# berson} few {# pherson} many {# pherson} other {# person}}. Cadwch ei ffeil yn y sêff, a chadwch yr hen allwedd ar gyfer adroddiadau hŷn.',
  },
} as const satisfies Words<'leaver'>;
