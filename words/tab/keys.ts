import type { Words } from '../word.ts';

export const keysWords = {
  'keys.title': { en: 'Keys', cy: 'Allweddi' },
  'keys.intro': {
    en: 'Reports open only on this page, with a key that never leaves it. Candour’s server has no key and cannot read them where they are stored.',
    cy: 'Dim ond ar y dudalen hon y mae adroddiadau’n agor, gydag allwedd nad yw byth yn ei gadael. Nid oes gan weinydd Candour allwedd, ac ni all eu darllen lle cânt eu cadw.',
  },
  'keys.working': { en: 'One moment', cy: 'Un eiliad' },
  'keys.cancel': { en: 'Cancel', cy: 'Canslo' },
  'keys.goOn': { en: 'Go on', cy: 'Ymlaen' },

  'keys.hereTitle': { en: 'Keys that are open here', cy: 'Allweddi sydd ar agor yma' },
  'keys.hereOpen': { en: 'A key is open on this page.', cy: 'Mae allwedd ar agor ar y dudalen hon.' },
  'keys.openAnother': { en: 'Open another key', cy: 'Agor allwedd arall' },
  'keys.unlockTitle': { en: 'Open your key', cy: 'Agor eich allwedd' },
  'keys.unlockWhy': {
    en: 'Choose your own key file, or your group’s. It is read on this page and sent nowhere.',
    cy: 'Dewiswch eich ffeil allwedd eich hun, neu un eich grŵp. Caiff ei darllen ar y dudalen hon ac nid yw’n cael ei hanfon i unman.',
  },
  'keys.file': { en: 'Key file', cy: 'Ffeil allwedd' },
  'keys.fileHint': {
    en: 'The file that you saved when the key was made, often with .age at its end',
    cy: 'Y ffeil a gadwoch pan wnaed yr allwedd, yn aml gyda .age ar ei diwedd',
  },
  'keys.fileKept': {
    en: 'The file that you chose before is still here, locked.',
    cy: 'Mae’r ffeil a ddewisoch o’r blaen yn dal yma, wedi’i chloi.',
  },
  'keys.chooseOther': { en: 'Choose another file', cy: 'Dewis ffeil arall' },
  'keys.passphrase': { en: 'Passphrase of the file', cy: 'Cyfrinymadrodd y ffeil' },
  'keys.unlock': { en: 'Open the key', cy: 'Agor yr allwedd' },
  'keys.unlocking': { en: 'Opening the key', cy: 'Yn agor yr allwedd' },
  'keys.unlocked': { en: 'The key is open.', cy: 'Mae’r allwedd ar agor.' },
  'keys.idle': {
    en: '{minutes, plural, one {It locks by itself if nobody uses the page for # minute.} other {It locks by itself if nobody uses the page for # minutes.}}',
    cy: '{minutes, plural, two {Mae’n cloi ohoni ei hun ar ôl # funud heb i neb ddefnyddio’r dudalen.} other {Mae’n cloi ohoni ei hun ar ôl # munud heb i neb ddefnyddio’r dudalen.}}',
  },
  'keys.lonely': {
    en: 'Your own key is open, but the group’s key is not wrapped for it. A colleague who holds the group’s key must wrap it for you on this page. Tell them this fingerprint, by phone or in person:',
    cy: 'Mae eich allwedd eich hun ar agor, ond nid yw allwedd y grŵp wedi’i lapio ar ei chyfer. Rhaid i gydweithiwr sydd ag allwedd y grŵp ei lapio i chi ar y dudalen hon. Dywedwch yr olion bys hyn wrtho, dros y ffôn neu wyneb yn wyneb:',
  },

  'keys.lockLabel': { en: 'Open keys', cy: 'Allweddi agored' },
  'keys.open': { en: 'Open: {keys}.', cy: 'Ar agor: {keys}.' },
  'keys.minutesLeft': {
    en: '{minutes, plural, one {Locks in # minute.} other {Locks in # minutes.}}',
    cy: '{minutes, plural, two {Yn cloi ymhen # funud.} other {Yn cloi ymhen # munud.}}',
  },
  'keys.lock': { en: 'Lock now', cy: 'Cloi nawr' },
  'keys.locked': {
    en: 'Locked. What was opened is closed.',
    cy: 'Wedi cloi. Mae’r hyn a agorwyd wedi’i gau.',
  },
  'keys.ownerPersonal': { en: 'your own key', cy: 'eich allwedd eich hun' },
  'keys.ownerNew': { en: 'a new key', cy: 'allwedd newydd' },
  'keys.ownerUnknown': {
    en: 'a key that the server does not name now',
    cy: 'allwedd nad yw’r gweinydd yn ei henwi nawr',
  },

  'keys.errorNoFile': { en: 'Choose a key file.', cy: 'Dewiswch ffeil allwedd.' },
  'keys.errorNotAKey': {
    en: 'This file holds no whole key. Choose the file that you saved when the key was made.',
    cy: 'Nid oes allwedd gyfan yn y ffeil hon. Dewiswch y ffeil a gadwoch pan wnaed yr allwedd.',
  },
  'keys.errorDamaged': {
    en: 'It was cut short or changed, or it is not a key file. Try your other copy of the file.',
    cy: 'Mae rhan o’r ffeil ar goll, neu mae’r ffeil wedi’i newid, neu nid ffeil allwedd yw hi. Rhowch gynnig ar eich copi arall ohoni.',
  },
  'keys.errorOtherKey': {
    en: 'It is sealed to a key other than those that are open here.',
    cy: 'Mae wedi’i selio i allwedd arall, nid i’r rhai sydd ar agor yma.',
  },
  'keys.errorPassphraseNeeded': {
    en: 'Enter the passphrase of the file.',
    cy: 'Rhowch gyfrinymadrodd y ffeil.',
  },
  'keys.errorPassphrase': {
    en: 'The passphrase does not open this file. Check capital letters and spaces.',
    cy: 'Nid yw’r cyfrinymadrodd yn agor y ffeil hon. Gwiriwch briflythrennau a bylchau.',
  },
  'keys.errorPersonalNeeded': {
    en: 'This file is wrapped for people’s own keys. Open your own key first, then choose this file again.',
    cy: 'Mae’r ffeil hon wedi’i lapio ar gyfer allweddi pobl eu hunain. Agorwch eich allwedd eich hun yn gyntaf, yna dewiswch y ffeil hon eto.',
  },
  'keys.errorNoRecipient': {
    en: 'A key that is needed is not known to the server, so nothing was sealed. Tell the operators.',
    cy: 'Nid yw’r gweinydd yn gwybod am allwedd y mae ei hangen, felly ni seliwyd dim. Dywedwch wrth y gweithredwyr.',
  },
  'keys.errorRecipient': {
    en: 'The server names something that is not a whole key of the kind that Candour seals to, so nothing was sealed. Tell the operators.',
    cy: 'Mae’r gweinydd yn enwi rhywbeth nad yw’n allwedd gyfan o’r math y mae Candour yn selio iddo, felly ni seliwyd dim. Dywedwch wrth y gweithredwyr.',
  },
  'keys.errorBrokenText': {
    en: 'The text contains half a character, which cannot be sealed. Please retype that part.',
    cy: 'Mae hanner nod yn y testun, ac ni ellir selio hynny. Teipiwch y rhan honno eto.',
  },
  'keys.errorOtherFile': {
    en: 'This file opens, but holds another key. Choose the file that you have just saved.',
    cy: 'Mae’r ffeil hon yn agor, ond allwedd arall sydd ynddi. Dewiswch y ffeil rydych newydd ei chadw.',
  },
  'keys.errorNotRecovery': {
    en: 'This is not the recovery key that the server names. Choose another file, or tell the operators.',
    cy: 'Nid dyma’r allwedd adfer y mae’r gweinydd yn ei henwi. Dewiswch ffeil arall, neu dywedwch wrth y gweithredwyr.',
  },
  'keys.errorNewKeyClosed': {
    en: 'The new key is no longer open here. Open the file that you saved in the step before, then go on.',
    cy: 'Nid yw’r allwedd newydd ar agor yma bellach. Agorwch y ffeil a gadwoch yn y cam blaenorol, yna ewch ymlaen.',
  },

  'keys.ownTitle': { en: 'Your own key', cy: 'Eich allwedd eich hun' },
  'keys.ownWhy': {
    en: 'Your own key opens the group’s key once a colleague has wrapped that for you. It is made on this page. Only its public half goes to the server.',
    cy: 'Mae eich allwedd eich hun yn agor allwedd y grŵp ar ôl i gydweithiwr lapio honno i chi. Caiff ei gwneud ar y dudalen hon. Dim ond ei hanner cyhoeddus sy’n mynd i’r gweinydd.',
  },
  'keys.ownNone': { en: 'You have no key of your own yet.', cy: 'Nid oes gennych eich allwedd eich hun eto.' },
  'keys.ownFingerprint': { en: 'The fingerprint of your key:', cy: 'Olion bys eich allwedd:' },
  'keys.ownLine': {
    en: 'Its public half, for whoever wraps a key for you on a machine of their own',
    cy: 'Ei hanner cyhoeddus, i’r sawl sy’n lapio allwedd i chi ar ei beiriant ei hun',
  },
  'keys.makeOwn': { en: 'Make your own key', cy: 'Gwneud eich allwedd eich hun' },
  'keys.replaceOwn': { en: 'Replace your own key', cy: 'Newid eich allwedd eich hun' },
  'keys.replaceWarning': {
    en: 'A colleague must wrap the group’s key again for your new key. Until then it opens no case. Notes that were sealed to you alone open with the old key only: keep its file. If somebody else may have had your old key and its passphrase, say so at once: the group’s key must then be replaced as well.',
    cy: 'Rhaid i gydweithiwr lapio allwedd y grŵp eto ar gyfer eich allwedd newydd. Tan hynny nid yw’n agor unrhyw achos. Dim ond â’r hen allwedd y mae nodiadau a seliwyd i chi yn unig yn agor: cadwch ei ffeil. Os gallai rhywun arall fod wedi cael eich hen allwedd a’i chyfrinymadrodd, dywedwch hynny ar unwaith: rhaid newid allwedd y grŵp hefyd wedyn.',
  },
  'keys.replaceConfirm': { en: 'Make a new key', cy: 'Gwneud allwedd newydd' },
  'keys.newKeyLost': {
    en: 'The page was locked before the new key was in use. That key is gone, and nothing was changed. Please begin again.',
    cy: 'Clowyd y dudalen cyn i’r allwedd newydd fod ar waith. Mae’r allwedd honno wedi mynd, ac ni newidiwyd dim. Dechreuwch eto.',
  },
  'keys.passphraseAdvice': {
    en: 'The key is saved as a file that only a passphrase opens. Have six words drawn, which withstand somebody who copies the file and tries passphrases. Write them down where nobody else looks. Without the passphrase the file is of no use to anybody, including you.',
    cy: 'Caiff yr allwedd ei chadw fel ffeil sy’n agor â chyfrinymadrodd yn unig. Gofynnwch am chwe gair ar hap, sy’n gwrthsefyll rhywun sy’n copïo’r ffeil ac yn rhoi cynnig ar gyfrinymadroddion. Ysgrifennwch nhw lle nad oes neb arall yn edrych. Heb y cyfrinymadrodd nid yw’r ffeil o ddefnydd i neb, nac i chithau.',
  },
  'keys.newPassphrase': { en: 'New passphrase (required)', cy: 'Cyfrinymadrodd newydd (gofynnol)' },
  'keys.newPassphraseHint': {
    en: 'If you make up your own: at least {fewest, number} characters, and hard to guess.',
    cy: 'Os ydych yn llunio eich un eich hun: o leiaf {fewest, number} nod, ac anodd ei ddyfalu.',
  },
  'keys.passphraseShort': {
    en: 'Choose a passphrase of at least {fewest, number} characters.',
    cy: 'Dewiswch gyfrinymadrodd o {fewest, number} nod o leiaf.',
  },
  'keys.passphraseAgain': { en: 'The same passphrase again (required)', cy: 'Yr un cyfrinymadrodd eto (gofynnol)' },
  'keys.passphraseDiffers': {
    en: 'The two passphrases are not the same. Enter both again.',
    cy: 'Nid yw’r ddau gyfrinymadrodd yr un fath. Rhowch y ddau eto.',
  },
  'keys.makeFile': { en: 'Make the file', cy: 'Gwneud y ffeil' },
  'keys.saveWhy': {
    en: 'Save the file, and put a copy where you will find it again. Then choose the saved file here and open it, so that you know it works before anything depends on it.',
    cy: 'Cadwch y ffeil, a rhowch gopi lle byddwch yn dod o hyd iddo eto. Yna dewiswch y ffeil a gadwyd yma a’i hagor, er mwyn gwybod ei bod yn gweithio cyn i ddim byd ddibynnu arni.',
  },
  'keys.saveFile': { en: 'Save {name}', cy: 'Cadw {name}' },
  'keys.otherPassphrase': { en: 'Choose another passphrase', cy: 'Dewis cyfrinymadrodd arall' },
  'keys.notSaved': { en: 'If no file was saved', cy: 'Os na chadwyd ffeil' },
  'keys.fileText': { en: 'What the file contains', cy: 'Yr hyn sydd yn y ffeil' },
  'keys.fileTextHint': {
    en: 'Copy all of it into a new text file and save that as {name}. Only your passphrase opens it.',
    cy: 'Copïwch y cyfan i ffeil destun newydd a’i chadw fel {name}. Dim ond eich cyfrinymadrodd sy’n ei hagor.',
  },
  'keys.savedFile': { en: 'The saved file (required)', cy: 'Y ffeil a gadwyd (gofynnol)' },
  'keys.savedFileHint': {
    en: 'Choose it from where it was saved',
    cy: 'Dewiswch hi o’r lle y cafodd ei chadw',
  },
  'keys.passphraseTest': {
    en: 'Its passphrase, once more (required)',
    cy: 'Ei chyfrinymadrodd, unwaith eto (gofynnol)',
  },
  'keys.testFile': { en: 'Test the file and go on', cy: 'Profi’r ffeil a mynd ymlaen' },
  'keys.publishAgain': { en: 'Send the public half again', cy: 'Anfon yr hanner cyhoeddus eto' },
  'keys.published': { en: 'Your new key is in use.', cy: 'Mae eich allwedd newydd ar waith.' },
  'keys.publishedNext': {
    en: 'Your new key is in use. Ask a colleague who holds the group’s key to wrap it for you, and tell them this fingerprint, by phone or in person:',
    cy: 'Mae eich allwedd newydd ar waith. Gofynnwch i gydweithiwr sydd ag allwedd y grŵp ei lapio i chi, a dywedwch yr olion bys hyn wrtho, dros y ffôn neu wyneb yn wyneb:',
  },

  'keys.peopleTitle': { en: 'Colleagues', cy: 'Cydweithwyr' },
  'keys.peopleWhy': {
    en: 'People with your group’s role who have opened this tab. Whoever holds the group’s key can wrap it for somebody else.',
    cy: 'Y rhai sydd wedi dod i’r tab hwn â rôl eich grŵp. Gall pwy bynnag sydd ag allwedd y grŵp ei lapio i rywun arall.',
  },
  'keys.nobody': { en: 'Nobody yet.', cy: 'Neb eto.' },
  'keys.personNoKey': { en: 'Has no key of their own yet.', cy: 'Heb allwedd bersonol eto.' },
  'keys.personFingerprint': { en: 'Fingerprint:', cy: 'Olion bys:' },
  'keys.personHolds': {
    en: 'Holds the group’s key, wrapped on {on} by {by}.',
    cy: 'Mae allwedd y grŵp gan y person hwn, wedi’i lapio ar {on} gan {by}.',
  },
  'keys.personHoldsNot': {
    en: 'The group’s key is not wrapped for this person.',
    cy: 'Nid yw allwedd y grŵp wedi’i lapio i’r person hwn.',
  },
  'keys.personEarlier': {
    en: 'It was wrapped for an earlier key of theirs and must be wrapped again.',
    cy: 'Cafodd ei lapio ar gyfer allwedd gynharach, a rhaid ei lapio eto.',
  },
  'keys.wrapFor': { en: 'Wrap the key for {name}', cy: 'Lapio’r allwedd i {name}' },
  'keys.wrapAgain': { en: 'Wrap the key again for {name}', cy: 'Lapio’r allwedd eto i {name}' },
  'keys.wrappedFor': {
    en: 'The key is wrapped for {name}: {group}.',
    cy: 'Mae’r allwedd wedi’i lapio i {name}: {group}.',
  },
  'keys.compare': {
    en: 'Whoever has this key wrapped can open every report that is sealed to: {group}. Ask {name} to read out their fingerprint, by phone or in person and not in a chat, and compare it:',
    cy: 'Gall pwy bynnag y lapir yr allwedd hon iddo agor pob adroddiad sydd wedi’i selio i: {group}. Gofynnwch i {name} ddarllen yr olion bys i chi, dros y ffôn neu wyneb yn wyneb ac nid mewn sgwrs ysgrifenedig, a chymharwch nhw:',
  },
  'keys.compared': {
    en: 'I have compared it with {name}, and it is the same (required)',
    cy: 'Rwyf wedi cymharu’r olion bys gyda {name}, ac maent yr un fath (gofynnol)',
  },
  'keys.compareFirst': {
    en: 'Compare the fingerprint first, then confirm it here.',
    cy: 'Cymharwch yr olion bys yn gyntaf, yna cadarnhewch hynny yma.',
  },
  'keys.wrap': { en: 'Wrap the key', cy: 'Lapio’r allwedd' },
  'keys.copy': { en: 'Copy', cy: 'Copïo' },
  'keys.copied': { en: 'Copied.', cy: 'Wedi copïo.' },
  'keys.copyByHand': {
    en: 'The text is selected. Copy it with the keyboard.',
    cy: 'Mae’r testun wedi’i ddewis. Copïwch ef â’r bysellfwrdd.',
  },

  'keys.sealedTitle': { en: 'What the server seals to', cy: 'Yr allweddi y mae’r gweinydd yn selio iddynt' },
  'keys.sealedWhy': {
    en: 'The fingerprints of the public halves. From time to time, compare them with those on paper in the safe: whoever controls the server could put another in its place.',
    cy: 'Olion bys yr haneri cyhoeddus. Cymharwch nhw o bryd i’w gilydd â’r rhai ar bapur yn y sêff: gallai pwy bynnag sy’n rheoli’r gweinydd roi un arall yn ei lle.',
  },
  'keys.noLine': { en: 'No key is set.', cy: 'Nid oes allwedd wedi’i gosod.' },
  'keys.lineHeld': { en: 'Open here', cy: 'Ar agor yma' },
  'keys.retired': { en: 'Earlier keys, for older reports', cy: 'Allweddi cynharach, ar gyfer adroddiadau hŷn' },
  'keys.warnMissing': {
    en: 'The key that you hold is not among those that the server seals to now ({group}). New reports do not open with it. Lock and open your key again: a colleague may have wrapped a new one for you. If nobody told you of a new key, tell the operators and your head of unit. Your key:',
    cy: 'Nid yw’r allwedd sydd gennych ymhlith y rhai y mae’r gweinydd yn selio iddynt nawr ({group}). Nid yw adroddiadau newydd yn agor â hi. Clowch eich allwedd a’i hagor eto: efallai fod cydweithiwr wedi lapio un newydd i chi. Os na ddywedodd neb wrthych am allwedd newydd, dywedwch wrth y gweithredwyr a phennaeth eich uned. Eich allwedd:',
  },
  'keys.warnUnknown': {
    en: 'The server also seals to a key that you do not hold ({group}). Whoever holds it can read new reports. If nobody told you of it, tell the operators and your head of unit. That key:',
    cy: 'Mae’r gweinydd hefyd yn selio i allwedd nad yw gennych ({group}). Gall pwy bynnag sydd â hi ddarllen adroddiadau newydd. Os na ddywedodd neb wrthych amdani, dywedwch wrth y gweithredwyr a phennaeth eich uned. Yr allwedd honno:',
  },
} as const satisfies Words<'keys'>;
