import type { Words } from '../word.ts';

export const keysWords = {
  'keys.title': { en: 'Keys', cy: 'Allweddi' },
  'keys.intro': {
    en: 'Reports are opened in this tab, with the keys that you open on this page. Candour’s server has no key that opens them, so it cannot read stored reports.',
    cy: 'Caiff adroddiadau eu hagor yn y tab hwn, â’r allweddi rydych yn eu hagor ar y dudalen hon. Nid oes gan weinydd Candour allwedd sy’n eu hagor, felly ni all ddarllen adroddiadau sydd wedi’u storio.',
  },
  'keys.working': { en: 'One moment', cy: 'Arhoswch eiliad' },
  'keys.cancel': { en: 'Cancel', cy: 'Canslo' },
  'keys.goOn': { en: 'Continue', cy: 'Parhau' },

  'keys.hereTitle': { en: 'Keys that are open here', cy: 'Allweddi sydd ar agor yma' },
  'keys.hereOpen': { en: 'A key is open on this page.', cy: 'Mae allwedd ar agor ar y dudalen hon.' },
  'keys.openAnother': { en: 'Open another key', cy: 'Agor allwedd arall' },
  'keys.unlockTitle': { en: 'Open your key', cy: 'Agor eich allwedd' },
  'keys.unlockWhy': {
    en: 'Choose your own key file, or your group’s. It is read on this page and is not sent anywhere.',
    cy: 'Dewiswch eich ffeil allwedd eich hun, neu un eich grŵp. Caiff ei darllen ar y dudalen hon ac nid yw’n cael ei hanfon i unman.',
  },
  'keys.file': { en: 'Key file', cy: 'Ffeil allwedd' },
  'keys.fileHint': {
    en: 'The file you saved when the key was made, often ending in .age',
    cy: 'Y ffeil a gadwoch pan wnaed yr allwedd, yn aml yn gorffen â .age',
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
    en: '{minutes, plural, one {The key locks automatically if nobody uses the page for # minute.} other {The key locks automatically if nobody uses the page for # minutes.}}',
    cy: '{minutes, plural, two {Bydd yr allwedd yn cloi’n awtomatig os na fydd neb yn defnyddio’r dudalen am # funud.} other {Bydd yr allwedd yn cloi’n awtomatig os na fydd neb yn defnyddio’r dudalen am # munud.}}',
  },
  'keys.lonely': {
    en: 'Your own key is open, but you do not have the group’s key yet. A colleague who has it must give it to you on this page. Read them this security code, by phone or in person:',
    cy: 'Mae eich allwedd eich hun ar agor, ond nid yw allwedd y grŵp gennych eto. Rhaid i gydweithiwr sydd â hi ei rhoi i chi ar y dudalen hon. Darllenwch y cod diogelwch hwn iddo, dros y ffôn neu wyneb yn wyneb:',
  },

  'keys.lockLabel': { en: 'Keys that are open', cy: 'Allweddi sydd ar agor' },
  'keys.open': { en: 'Open: {keys}.', cy: 'Ar agor: {keys}.' },
  'keys.minutesLeft': {
    en: '{minutes, plural, one {Locks in # minute.} other {Locks in # minutes.}}',
    cy: '{minutes, plural, two {Yn cloi ymhen # funud.} other {Yn cloi ymhen # munud.}}',
  },
  'keys.lock': { en: 'Lock now', cy: 'Cloi nawr' },
  'keys.locked': {
    en: 'Locked. Everything that was open is closed.',
    cy: 'Wedi cloi. Mae popeth a oedd ar agor wedi’i gau.',
  },
  'keys.ownerPersonal': { en: 'your own key', cy: 'eich allwedd eich hun' },
  'keys.ownerNew': { en: 'a new key', cy: 'allwedd newydd' },
  'keys.ownerUnknown': {
    en: 'a key that is not on the server’s list',
    cy: 'allwedd nad yw ar restr y gweinydd',
  },

  'keys.errorNoFile': { en: 'Choose a key file.', cy: 'Dewiswch ffeil allwedd.' },
  'keys.errorNotAKey': {
    en: 'This file does not contain a complete key. Choose the file that you saved when the key was made.',
    cy: 'Nid oes allwedd gyflawn yn y ffeil hon. Dewiswch y ffeil a gadwoch pan wnaed yr allwedd.',
  },
  'keys.errorDamaged': {
    en: 'The file was cut short or changed, or it is not a key file. Try your other copy of it.',
    cy: 'Mae rhan o’r ffeil ar goll, neu mae’r ffeil wedi’i newid, neu nid ffeil allwedd yw hi. Rhowch gynnig ar eich copi arall ohoni.',
  },
  'keys.errorOtherKey': {
    en: 'This is encrypted to a key that is not open here.',
    cy: 'Mae hwn wedi’i amgryptio ag allwedd nad yw ar agor yma.',
  },
  'keys.errorPassphraseNeeded': {
    en: 'Enter the passphrase of the file.',
    cy: 'Rhowch gyfrinymadrodd y ffeil.',
  },
  'keys.errorPassphrase': {
    en: 'The passphrase does not open this file. Check capital letters and spaces.',
    cy: 'Nid yw’r cyfrinymadrodd yn agor y ffeil hon. Gwiriwch y priflythrennau a’r bylchau.',
  },
  'keys.errorPersonalNeeded': {
    en: 'Only the personal key of the person this file was made for can open it. If that is you, open your own key first, then choose this file again.',
    cy: 'Dim ond allwedd bersonol y person y gwnaed y ffeil hon ar ei gyfer a all ei hagor. Os chi yw’r person hwnnw, agorwch eich allwedd eich hun yn gyntaf, yna dewiswch y ffeil hon eto.',
  },
  'keys.errorNoRecipient': {
    en: 'A key that is needed is missing from the server’s settings, so nothing was encrypted. Tell the operators.',
    cy: 'Mae allwedd y mae ei hangen ar goll o osodiadau’r gweinydd, felly ni chafodd dim ei amgryptio. Dywedwch wrth y gweithredwyr.',
  },
  'keys.errorRecipient': {
    en: 'The server lists something that is not a complete key of the kind that Candour uses, so nothing was encrypted. Tell the operators.',
    cy: 'Mae rhywbeth ar restr y gweinydd nad yw’n allwedd gyflawn o’r math y mae Candour yn ei ddefnyddio, felly ni chafodd dim ei amgryptio. Dywedwch wrth y gweithredwyr.',
  },
  'keys.errorBrokenText': {
    en: 'The text contains half a character, which cannot be encrypted. Retype that part.',
    cy: 'Mae hanner nod yn y testun, ac ni ellir amgryptio hynny. Teipiwch y rhan honno eto.',
  },
  'keys.errorOtherFile': {
    en: 'This file opens, but contains a different key. Choose the file that you have just saved.',
    cy: 'Mae’r ffeil hon yn agor, ond allwedd arall sydd ynddi. Dewiswch y ffeil rydych newydd ei chadw.',
  },
  'keys.errorNotRecovery': {
    en: 'This is not the recovery key on the server’s list. Choose another file, or tell the operators.',
    cy: 'Nid dyma’r allwedd adfer sydd ar restr y gweinydd. Dewiswch ffeil arall, neu dywedwch wrth y gweithredwyr.',
  },
  'keys.errorNewKeyClosed': {
    en: 'The new key is no longer open here. Open the file that you saved when the key was made, then continue.',
    cy: 'Nid yw’r allwedd newydd ar agor yma bellach. Agorwch y ffeil a gadwoch pan wnaed yr allwedd, yna parhewch.',
  },

  'keys.ownTitle': { en: 'Your own key', cy: 'Eich allwedd eich hun' },
  'keys.ownWhy': {
    en: 'With your own key you can open the group’s key, once a colleague has given it to you. Your own key is made on this page. Only the public key goes to the server.',
    cy: 'Gyda’ch allwedd eich hun gallwch agor allwedd y grŵp, ar ôl i gydweithiwr ei rhoi i chi. Caiff eich allwedd eich hun ei gwneud ar y dudalen hon. Dim ond yr allwedd gyhoeddus sy’n mynd i’r gweinydd.',
  },
  'keys.ownNone': { en: 'You have no key of your own yet.', cy: 'Nid oes gennych eich allwedd eich hun eto.' },
  'keys.ownFingerprint': { en: 'The security code of your key:', cy: 'Cod diogelwch eich allwedd:' },
  'keys.ownLine': {
    en: 'Your public key. A colleague may ask you for it, to give you the group’s key with a command on their own computer',
    cy: 'Eich allwedd gyhoeddus. Gall cydweithiwr ofyn amdani, i roi allwedd y grŵp i chi drwy orchymyn ar ei gyfrifiadur ei hun',
  },
  'keys.makeOwn': { en: 'Make your own key', cy: 'Gwneud eich allwedd eich hun' },
  'keys.replaceOwn': { en: 'Replace your own key', cy: 'Newid eich allwedd eich hun' },
  'keys.replaceWarning': {
    en: 'A colleague must give you the group’s key again. Until then your new key opens no cases. Notes that only you can read still need the old key: keep its file. If someone else may have had your old key and its passphrase, tell a colleague who has the group’s key straight away: the group’s key must then be replaced too.',
    cy: 'Rhaid i gydweithiwr roi allwedd y grŵp i chi eto. Tan hynny ni fydd eich allwedd newydd yn agor unrhyw achos. Mae angen yr hen allwedd o hyd ar gyfer nodiadau na all neb ond chi eu darllen: cadwch ei ffeil. Os gallai eich hen allwedd a’i chyfrinymadrodd fod wedi dod i ddwylo rhywun arall, dywedwch hynny ar unwaith wrth gydweithiwr sydd ag allwedd y grŵp: rhaid newid allwedd y grŵp hefyd wedyn.',
  },
  'keys.replaceConfirm': { en: 'Make a new key', cy: 'Gwneud allwedd newydd' },
  'keys.newKeyLost': {
    en: 'The keys were locked before the new key was in use. The new key is lost, and nothing was changed. Start again.',
    cy: 'Clowyd yr allweddi cyn i’r allwedd newydd fod ar waith. Mae’r allwedd newydd wedi’i cholli, ac ni newidiwyd dim. Dechreuwch eto.',
  },
  'keys.passphraseAdvice': {
    en: 'The key is saved as a file that only a passphrase opens. Use six random words: they are very hard to guess, even for someone who copies the file. Write them down somewhere only you will look. Without the passphrase nobody can use the file, including you.',
    cy: 'Caiff yr allwedd ei chadw fel ffeil sy’n agor â chyfrinymadrodd yn unig. Defnyddiwch chwe gair ar hap: maent yn anodd iawn eu dyfalu, hyd yn oed i rywun sy’n copïo’r ffeil. Ysgrifennwch nhw yn rhywle lle na fydd neb ond chi yn edrych. Heb y cyfrinymadrodd ni all neb ddefnyddio’r ffeil, gan eich cynnwys chi.',
  },
  'keys.newPassphrase': { en: 'New passphrase (required)', cy: 'Cyfrinymadrodd newydd (gofynnol)' },
  'keys.newPassphraseHint': {
    en: 'If you make up your own: at least {fewest, number} characters, and hard to guess.',
    cy: 'Os ydych yn llunio eich un eich hun: o leiaf {fewest, number} nod, ac yn anodd ei ddyfalu.',
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
    cy: 'Cadwch y ffeil, a rhowch gopi lle byddwch yn dod o hyd iddo eto. Yna dewiswch yma y ffeil a gadwyd, a’i hagor, er mwyn gwybod ei bod yn gweithio cyn i ddim byd ddibynnu arni.',
  },
  'keys.saveFile': { en: 'Save {name}', cy: 'Cadw {name}' },
  'keys.otherPassphrase': { en: 'Choose another passphrase', cy: 'Dewis cyfrinymadrodd arall' },
  'keys.notSaved': { en: 'If no file was saved', cy: 'Os na chadwyd ffeil' },
  'keys.fileText': { en: 'What the file contains', cy: 'Yr hyn sydd yn y ffeil' },
  'keys.fileTextHint': {
    en: 'Copy all of it into a new text file and save the file as {name}. Only your passphrase opens it.',
    cy: 'Copïwch y cyfan i ffeil destun newydd a’i chadw fel {name}. Dim ond eich cyfrinymadrodd sy’n ei hagor.',
  },
  'keys.savedFile': { en: 'The saved file (required)', cy: 'Y ffeil a gadwyd (gofynnol)' },
  'keys.savedFileHint': {
    en: 'Choose it from where it was saved',
    cy: 'Dewiswch hi o’r lle y cafodd ei chadw',
  },
  'keys.passphraseTest': {
    en: 'Its passphrase again (required)',
    cy: 'Ei chyfrinymadrodd eto (gofynnol)',
  },
  'keys.testFile': { en: 'Test the file and continue', cy: 'Profi’r ffeil a pharhau' },
  'keys.publishAgain': { en: 'Send the public key again', cy: 'Anfon yr allwedd gyhoeddus eto' },
  'keys.published': { en: 'Your new key is in use.', cy: 'Mae eich allwedd newydd ar waith.' },
  'keys.publishedNext': {
    en: 'Your new key is in use. Ask a colleague who has the group’s key to give it to you, and read them this security code, by phone or in person:',
    cy: 'Mae eich allwedd newydd ar waith. Gofynnwch i gydweithiwr sydd ag allwedd y grŵp ei rhoi i chi, a darllenwch y cod diogelwch hwn iddo, dros y ffôn neu wyneb yn wyneb:',
  },

  'keys.peopleTitle': { en: 'Colleagues', cy: 'Cydweithwyr' },
  'keys.peopleWhy': {
    en: 'People with your group’s role who have opened this tab. Anyone who has the group’s key can give it to someone else.',
    cy: 'Pobl â rôl eich grŵp sydd wedi agor y tab hwn. Gall unrhyw un sydd ag allwedd y grŵp ei rhoi i rywun arall.',
  },
  'keys.nobody': { en: 'Nobody yet.', cy: 'Neb eto.' },
  'keys.personNoKey': { en: 'Has no key of their own yet.', cy: 'Heb allwedd bersonol eto.' },
  'keys.personFingerprint': { en: 'Security code:', cy: 'Cod diogelwch:' },
  'keys.personHolds': {
    en: 'Has the group’s key. {by} gave it on {on}.',
    cy: 'Mae allwedd y grŵp gan y person hwn. Rhoddodd {by} hi ar {on}.',
  },
  'keys.personHoldsNot': {
    en: 'Does not have the group’s key.',
    cy: 'Nid yw allwedd y grŵp gan y person hwn.',
  },
  'keys.personEarlier': {
    en: 'They have made a new key since they were given the group’s key, so they must be given it again.',
    cy: 'Mae’r person hwn wedi gwneud allwedd newydd ers cael allwedd y grŵp, felly rhaid ei rhoi iddo eto.',
  },
  'keys.wrapFor': { en: 'Give {name} the key', cy: 'Rhoi’r allwedd i {name}' },
  'keys.wrapAgain': { en: 'Give {name} the key again', cy: 'Rhoi’r allwedd eto i {name}' },
  'keys.wrappedFor': {
    en: '{name} now has the key: {group}.',
    cy: 'Mae’r allwedd gan {name} nawr: {group}.',
  },
  'keys.compare': {
    en: 'Anyone you give this key to can open every report that is encrypted for: {group}. Ask {name} to read out their security code, by phone or in person and not in a chat, and check that it matches:',
    cy: 'Bydd unrhyw un y rhowch yr allwedd hon iddo yn gallu agor pob adroddiad sydd wedi’i amgryptio ar gyfer: {group}. Gofynnwch i {name} ddarllen y cod diogelwch i chi, dros y ffôn neu wyneb yn wyneb ac nid mewn sgwrs ysgrifenedig, a gwiriwch ei fod yr un fath:',
  },
  'keys.compared': {
    en: 'I have compared it with {name}, and it matches (required)',
    cy: 'Rwyf wedi cymharu’r cod gyda {name}, ac mae’r un fath (gofynnol)',
  },
  'keys.compareFirst': {
    en: 'Compare the security code first, then confirm it here.',
    cy: 'Cymharwch y cod diogelwch yn gyntaf, yna cadarnhewch hynny yma.',
  },
  'keys.wrap': { en: 'Give the key', cy: 'Rhoi’r allwedd' },
  'keys.copy': { en: 'Copy', cy: 'Copïo' },
  'keys.copied': { en: 'Copied.', cy: 'Wedi copïo.' },
  'keys.copyByHand': {
    en: 'The text is selected. Copy it with the keyboard.',
    cy: 'Mae’r testun wedi’i ddewis. Copïwch ef â’r bysellfwrdd.',
  },

  'keys.sealedTitle': { en: 'Keys that Candour encrypts to', cy: 'Yr allweddi y mae Candour yn amgryptio â nhw' },
  'keys.sealedWhy': {
    en: 'Each key is shown with its security code. From time to time, compare the codes with those on paper in the safe: someone who controls the server could replace a key.',
    cy: 'Mae cod diogelwch pob allwedd i’w weld yma. O bryd i’w gilydd, cymharwch y codau â’r rhai ar bapur yn y sêff: gallai rhywun sy’n rheoli’r gweinydd roi allwedd arall yn lle un ohonynt.',
  },
  'keys.noLine': { en: 'No key is set.', cy: 'Nid oes allwedd wedi’i gosod.' },
  'keys.lineHeld': { en: 'Open here', cy: 'Ar agor yma' },
  'keys.retired': { en: 'Earlier keys, for older reports', cy: 'Allweddi cynharach, ar gyfer adroddiadau hŷn' },
  'keys.warnMissing': {
    en: 'New reports are not encrypted to the key that you hold ({group}), so your key cannot open them. Lock your key and open it again: a colleague may have given you a new one. If nobody told you about a new key, tell the operators and your head of unit. Your key:',
    cy: 'Nid yw adroddiadau newydd yn cael eu hamgryptio â’r allwedd sydd gennych ({group}), felly nid yw’n eu hagor. Clowch eich allwedd a’i hagor eto: efallai fod cydweithiwr wedi rhoi un newydd i chi. Os na ddywedodd neb wrthych am allwedd newydd, dywedwch wrth y gweithredwyr a phennaeth eich uned. Eich allwedd:',
  },
  'keys.warnUnknown': {
    en: 'New reports can also be opened with a key that you do not hold ({group}). If nobody told you about it, tell the operators and your head of unit. That key:',
    cy: 'Gellir agor adroddiadau newydd hefyd ag allwedd nad yw gennych ({group}). Os na ddywedodd neb wrthych amdani, dywedwch wrth y gweithredwyr a phennaeth eich uned. Yr allwedd honno:',
  },
} as const satisfies Words<'keys'>;
