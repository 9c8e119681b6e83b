import type { Words } from '../word.ts';

export const caseFilesWords = {
  'caseFiles.heading': { en: 'Files', cy: 'Ffeiliau' },
  'caseFiles.loading': { en: 'Loading the files …', cy: 'Yn llwytho’r ffeiliau …' },
  'caseFiles.recorded': {
    en: 'Opening a file is recorded in the history. The file opens only on this page, and closes when your keys lock.',
    cy: 'Caiff agor ffeil ei gofnodi yn yr hanes. Dim ond ar y dudalen hon y mae’r ffeil yn agor, ac mae’n cau pan fydd eich allweddi’n cloi.',
  },
  'caseFiles.withReport': { en: 'With the report', cy: 'Gyda’r adroddiad' },
  'caseFiles.withMessage': { en: 'With the message of {at}', cy: 'Gyda’r neges a ddaeth ar {at}' },
  'caseFiles.addedHere': { en: 'Added to the case, {at}', cy: 'Ychwanegwyd at yr achos, {at}' },
  'caseFiles.addHeading': { en: 'Add files to the case', cy: 'Ychwanegu ffeiliau at yr achos' },
  'caseFiles.addOriginals': {
    en: 'A clean copy can be shown on this page later. An original may matter as evidence: it is kept encrypted, is never shown here, and leaves Candour only as an encrypted export.',
    cy: 'Gellir dangos copi glân ar y dudalen hon yn nes ymlaen. Gall y gwreiddiol fod yn bwysig fel tystiolaeth: caiff ei gadw wedi’i amgryptio, ni chaiff byth ei ddangos yma, a dim ond fel allforiad wedi’i amgryptio y mae’n gadael Candour.',
  },
  'caseFiles.addKept': {
    en: 'The files become part of the case and its history, and are removed only if the whole case is erased. Everyone handling the case can open them.',
    cy: 'Bydd y ffeiliau’n dod yn rhan o’r achos a’i hanes, a dim ond os caiff yr achos cyfan ei ddileu y cânt eu tynnu oddi yno. Gall pawb sy’n delio â’r achos eu hagor.',
  },
  'caseFiles.addWhat': {
    en: 'What these files are, and where they come from',
    cy: 'Beth yw’r ffeiliau hyn, ac o ble y maent yn dod',
  },
  'caseFiles.addWhatNeeded': {
    en: 'Write what these files are, and where they come from',
    cy: 'Ysgrifennwch beth yw’r ffeiliau hyn, ac o ble y maent yn dod',
  },
  'caseFiles.addNeeded': { en: 'Choose at least one file', cy: 'Dewiswch o leiaf un ffeil' },
  'caseFiles.addSend': { en: 'Add them to the case', cy: 'Eu hychwanegu at yr achos' },
  'caseFiles.inCase': {
    en: 'These files are already in the case, with the words you sent the first time. Remove the files from this form, and add anything else as a note.',
    cy: 'Mae’r ffeiliau hyn eisoes yn yr achos, gyda’r geiriau a anfonoch y tro cyntaf. Tynnwch y ffeiliau o’r ffurflen hon, ac ychwanegwch unrhyw beth arall fel nodyn.',
  },
  'caseFiles.calledOff': {
    en: 'You stopped sending. Nothing was added to the case.',
    cy: 'Rhoesoch y gorau i anfon. Ni ychwanegwyd dim at yr achos.',
  },
  'caseFiles.addSaved': {
    en: 'The files are in the case. Open the report again to see them with the others.',
    cy: 'Mae’r ffeiliau yn yr achos. Agorwch yr adroddiad eto i’w gweld gyda’r lleill.',
  },
  'caseFiles.picture': { en: 'Picture', cy: 'Llun' },
  'caseFiles.pdf': { en: 'PDF', cy: 'PDF' },
  'caseFiles.word': { en: 'Word file', cy: 'Ffeil Word' },
  'caseFiles.text': { en: 'Text', cy: 'Testun' },
  'caseFiles.sound': { en: 'Sound', cy: 'Sain' },
  'caseFiles.video': { en: 'Video', cy: 'Fideo' },
  'caseFiles.unknownType': {
    en: 'A kind of file that this version cannot show',
    cy: 'Math o ffeil na all y fersiwn hon ei ddangos',
  },
  'caseFiles.kilobytes': { en: '{size} kB', cy: '{size} kB' },
  'caseFiles.megabytes': { en: '{size} MB', cy: '{size} MB' },
  'caseFiles.facts': { en: '{type}, {size}', cy: '{type}, {size}' },
  'caseFiles.isClean': {
    en: 'A clean copy, made on the page from which it was sent.',
    cy: 'Copi glân, a wnaed ar y dudalen a’i hanfonodd.',
  },
  'caseFiles.isOriginal': {
    en: 'The original, as it was sent. It is not shown here, because it may hold something harmful. You can export it, encrypted, and look through it on your force’s isolated machine.',
    cy: 'Y gwreiddiol, fel yr anfonwyd ef. Nid yw’n cael ei ddangos yma, gan y gallai gynnwys rhywbeth niweidiol. Gallwch ei allforio, wedi’i amgryptio, a’i archwilio ar beiriant ar wahân eich heddlu.',
  },
  'caseFiles.notBeside': {
    en: 'This file is listed here, but is not stored with the case. Tell the operators.',
    cy: 'Mae’r ffeil hon wedi’i rhestru yma, ond nid yw wedi’i storio gyda’r achos. Dywedwch wrth y gweithredwyr.',
  },
  'caseFiles.unnamed': {
    en: '{count, plural, one {One file is stored with this case but not listed in anything you opened. It cannot be opened.} other {# files are stored with this case but not listed in anything you opened. They cannot be opened.}}',
    cy: '{count, plural, one {Mae un ffeil wedi’i storio gyda’r achos hwn nad yw wedi’i rhestru mewn dim a agoroch. Ni ellir ei hagor.} two {Mae dwy ffeil wedi’u storio gyda’r achos hwn nad ydynt wedi’u rhestru mewn dim a agoroch. Ni ellir eu hagor.} few {Mae tair ffeil wedi’u storio gyda’r achos hwn nad ydynt wedi’u rhestru mewn dim a agoroch. Ni ellir eu hagor.} many {Mae chwe ffeil wedi’u storio gyda’r achos hwn nad ydynt wedi’u rhestru mewn dim a agoroch. Ni ellir eu hagor.} other {Mae # ffeil wedi’u storio gyda’r achos hwn nad ydynt wedi’u rhestru mewn dim a agoroch. Ni ellir eu hagor.}}',
  },
  'caseFiles.show': { en: 'Show {name}', cy: 'Dangos {name}' },
  'caseFiles.export': { en: 'Export {name}, encrypted', cy: 'Allforio {name}, wedi’i hamgryptio' },
  'caseFiles.fetching': { en: 'Fetching and opening: {done} of {of}', cy: 'Yn nôl ac yn agor: {done} o {of}' },
  'caseFiles.stop': { en: 'Stop', cy: 'Stopio' },
  'caseFiles.mismatch': {
    en: 'The file received is not the one listed here. It is not shown. Do not rely on it, and tell the operators.',
    cy: 'Nid y ffeil a ddaeth i law yw’r un a restrir yma. Nid yw’n cael ei dangos. Peidiwch â dibynnu arni, a dywedwch wrth y gweithredwyr.',
  },
  'caseFiles.notFetched': {
    en: 'The file could not be fetched. The case and its other files are unchanged. Try again in a few minutes. If it keeps happening, tell the operators.',
    cy: 'Nid oedd modd nôl y ffeil. Nid yw’r achos a’i ffeiliau eraill wedi newid. Rhowch gynnig arall arni ymhen ychydig funudau. Os bydd hyn yn parhau, dywedwch wrth y gweithredwyr.',
  },
  'caseFiles.otherKey': {
    en: 'The key that is open here does not open this file.',
    cy: 'Nid yw’r allwedd sydd ar agor yma yn agor y ffeil hon.',
  },
  'caseFiles.otherType': {
    en: 'This file is not of the kind that it says it is, so it is not shown. You can export it, encrypted.',
    cy: 'Mae’r ffeil hon yn dweud ei bod o fath gwahanol i’r hyn ydyw, felly nid yw’n cael ei dangos. Gallwch ei hallforio, wedi’i hamgryptio.',
  },
  'caseFiles.tooLarge': {
    en: 'This picture has more pixels than can be shown here. You can export it, encrypted.',
    cy: 'Mae gan y llun hwn fwy o bicseli nag y gellir eu dangos yma. Gallwch ei allforio, wedi’i amgryptio.',
  },
  'caseFiles.damaged': {
    en: 'This file is damaged, or is not what it says it is, so it is not shown. You can export it, encrypted.',
    cy: 'Mae’r ffeil hon wedi’i difrodi, neu mae’n wahanol i’r hyn y mae’n honni ei bod, felly nid yw’n cael ei dangos. Gallwch ei hallforio, wedi’i hamgryptio.',
  },
  'caseFiles.notBound': {
    en: 'This PDF is not a clean copy made by Candour. It may hold more than pictures, so it is not shown. You can export it, encrypted.',
    cy: 'Nid copi glân a wnaed gan Candour yw’r PDF hwn. Gallai gynnwys mwy na lluniau, felly nid yw’n cael ei ddangos. Gallwch ei allforio, wedi’i amgryptio.',
  },
  'caseFiles.notClean': {
    en: 'This recording is not a clean copy made by Candour. It may hold more than it shows, so it is not played. You can export it, encrypted.',
    cy: 'Nid copi glân a wnaed gan Candour yw’r recordiad hwn. Gallai gynnwys mwy nag y mae’n ei ddangos, felly nid yw’n cael ei chwarae. Gallwch ei allforio, wedi’i amgryptio.',
  },
  'caseFiles.noPicture': {
    en: 'The picture of this video cannot be shown on this device. Many phones record in a format (HEVC) that the device may not support. You can export the video, encrypted, and play it on another machine.',
    cy: 'Ni ellir dangos llun y fideo hwn ar y ddyfais hon. Mae llawer o ffonau’n recordio mewn fformat (HEVC) nad yw’r ddyfais efallai yn ei gefnogi. Gallwch allforio’r fideo, wedi’i amgryptio, a’i chwarae ar beiriant arall.',
  },
  'caseFiles.notPlayed': {
    en: 'This recording cannot be played here, or not to its end. You can export it, encrypted, and play it on another machine.',
    cy: 'Ni ellir chwarae’r recordiad hwn yma, neu ni ellir ei chwarae i’r diwedd. Gallwch ei allforio, wedi’i amgryptio, a’i chwarae ar beiriant arall.',
  },
  'caseFiles.noFrame': {
    en: 'The file viewer did not load. Close the file and try again.',
    cy: 'Ni lwythodd y rhan o’r dudalen sy’n dangos ffeiliau. Caewch y ffeil a rhowch gynnig arall arni.',
  },
  'caseFiles.frame': { en: 'The file {name}', cy: 'Y ffeil {name}' },
  'caseFiles.isShown': { en: 'The file is shown.', cy: 'Mae’r ffeil yn cael ei dangos.' },
  'caseFiles.page': { en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' },
  'caseFiles.pageOf': { en: '{name}, page {page} of {pages}', cy: '{name}, tudalen {page} o {pages}' },
  'caseFiles.back': { en: 'Previous page', cy: 'Tudalen flaenorol' },
  'caseFiles.on': { en: 'Next page', cy: 'Tudalen nesaf' },
  'caseFiles.smaller': { en: 'Smaller', cy: 'Lleihau' },
  'caseFiles.larger': { en: 'Larger', cy: 'Mwyhau' },
  'caseFiles.fit': { en: 'Fit to width', cy: 'Ffitio i’r lled' },
  'caseFiles.size': { en: '{percent}%', cy: '{percent}%' },
  'caseFiles.close': { en: 'Close the file', cy: 'Cau’r ffeil' },
  'caseFiles.keys': {
    en: 'Click in the file, or tab to it. Then Page Up and Page Down turn the pages, plus and minus change the size, and 0 fits the file to the width.',
    cy: 'Cliciwch yn y ffeil, neu ewch ati gyda’r fysell Tab. Wedyn mae Page Up a Page Down yn troi’r tudalennau, mae plws a minws yn newid y maint, ac mae 0 yn ffitio’r ffeil i’r lled.',
  },
  'caseFiles.playerKeys': {
    en: 'Click in the recording, or tab to it. Then Space plays and pauses, and the left and right arrows go back and forward. Your keys still lock if nobody uses the page, even while the recording plays.',
    cy: 'Cliciwch yn y recordiad, neu ewch ato gyda’r fysell Tab. Wedyn mae Space yn chwarae ac yn oedi, a’r saethau chwith a de yn mynd yn ôl ac ymlaen. Bydd eich allweddi’n dal i gloi os nad oes neb yn defnyddio’r dudalen, hyd yn oed tra bydd y recordiad yn chwarae.',
  },
  'caseFiles.mayBeUnlawful': {
    en: 'This may be an unlawful image',
    cy: 'Gall hon fod yn ddelwedd anghyfreithlon',
  },
  'caseFiles.unlawfulClosed': { en: 'The file is closed', cy: 'Mae’r ffeil ar gau' },
  'caseFiles.unlawfulStop': {
    en: 'Do not open it again. Do not copy it, photograph the screen, pass it on or show it to anyone, not even to ask what they think.',
    cy: 'Peidiwch â’i hailagor. Peidiwch â’i chopïo, â thynnu llun o’r sgrin, â’i throsglwyddo nac â’i dangos i neb, hyd yn oed i ofyn barn.',
  },
  'caseFiles.unlawfulTell': {
    en: 'Tell your supervisor now, and the people in your force who deal with indecent images. They decide who looks at it and how it is secured as evidence. Delete nothing.',
    cy: 'Dywedwch wrth eich goruchwyliwr nawr, ac wrth y bobl yn eich heddlu sy’n delio â delweddau anweddus. Nhw sy’n penderfynu pwy sy’n edrych arni a sut y caiff ei diogelu fel tystiolaeth. Peidiwch â dileu dim.',
  },
  'caseFiles.unlawfulNote': {
    en: 'Add a note to the case that says why you think so, in a few words. If a child may be in danger now, follow your safeguarding process at once.',
    cy: 'Ychwanegwch nodyn at yr achos yn dweud pam rydych yn meddwl hynny, mewn ychydig eiriau. Os gall plentyn fod mewn perygl nawr, dilynwch eich proses ddiogelu ar unwaith.',
  },
  'caseFiles.unlawfulSupport': {
    en: 'What you saw can stay with you. Your force’s welfare support is there for you too.',
    cy: 'Gall yr hyn a welsoch aros gyda chi. Mae cymorth lles eich heddlu yno i chi hefyd.',
  },
  'caseFiles.unlawfulRecording': { en: 'Recording this in the history …', cy: 'Yn cofnodi hyn yn yr hanes …' },
  'caseFiles.unlawfulRecorded': {
    en: 'The history now says that you marked this file, and when. The file stays encrypted in the case.',
    cy: 'Mae’r hanes nawr yn dweud eich bod wedi marcio’r ffeil hon, a phryd. Mae’r ffeil yn aros wedi’i hamgryptio yn yr achos.',
  },
  'caseFiles.unlawfulNotRecorded': {
    en: 'The mark was not recorded. Try again.',
    cy: 'Ni chofnodwyd y marc. Rhowch gynnig arall arni.',
  },
  'caseFiles.unlawfulAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'caseFiles.isMarked': {
    en: 'Marked as possibly an unlawful image. The history says who marked it.',
    cy: 'Wedi’i marcio fel delwedd a all fod yn anghyfreithlon. Mae’r hanes yn dweud pwy a’i marciodd.',
  },
  'caseFiles.markedAsk': {
    en: 'This file was marked as possibly an unlawful image. Continue only if your force’s process for such images gives you that task. The history will say that you opened it although it was marked.',
    cy: 'Marciwyd y ffeil hon fel delwedd a all fod yn anghyfreithlon. Dim ond os yw proses eich heddlu ar gyfer delweddau o’r fath yn rhoi’r dasg honno i chi y dylech fynd ymlaen. Bydd yr hanes yn dweud eich bod wedi’i hagor er ei bod wedi’i marcio.',
  },
  'caseFiles.markedOpen': { en: 'It is my task: open it', cy: 'Fy nhasg i yw hon: ei hagor' },
  'caseFiles.markedExport': {
    en: 'It is my task: continue to export',
    cy: 'Fy nhasg i yw hon: mynd ymlaen i allforio',
  },
  'caseFiles.markedLeave': { en: 'Leave it closed', cy: 'Ei gadael ar gau' },
  'caseFiles.exportIntro': {
    en: 'The file is saved encrypted, in the age format, without the padding that hid its size. Only the key that you choose here can open it. Take it to an isolated machine, and open it there.',
    cy: 'Caiff y ffeil ei chadw wedi’i hamgryptio, yn y fformat age, heb y padin a oedd yn cuddio ei maint. Dim ond yr allwedd a ddewiswch yma a all ei hagor. Ewch â hi at beiriant sydd ar wahân i bob un arall, ac agorwch hi yno.',
  },
  'caseFiles.exportTold': {
    en: 'The reserve officers are told that a file was exported, and where to.',
    cy: 'Bydd y swyddogion wrth gefn yn cael gwybod bod ffeil wedi’i hallforio, ac i ble.',
  },
  'caseFiles.needsAssignee': {
    en: 'Only the person who has the case can export a file.',
    cy: 'Dim ond y person sydd â’r achos a all allforio ffeil.',
  },
  'caseFiles.whose': { en: 'Which key will open the export', cy: 'Pa allwedd fydd yn agor yr allforiad' },
  'caseFiles.ownKey': {
    en: 'The key that opens the cases here',
    cy: 'Yr allwedd sy’n agor yr achosion yma',
  },
  'caseFiles.otherLine': {
    en: 'Another key: a public key that begins age1pq1',
    cy: 'Allwedd arall: allwedd gyhoeddus sy’n dechrau ag age1pq1',
  },
  'caseFiles.line': { en: 'The public key', cy: 'Yr allwedd gyhoeddus' },
  'caseFiles.chooseWhose': {
    en: 'Choose which key will open the export.',
    cy: 'Dewiswch pa allwedd fydd yn agor yr allforiad.',
  },
  'caseFiles.lineOdd': {
    en: 'Paste the whole public key. It begins age1pq1.',
    cy: 'Gludwch yr allwedd gyhoeddus gyfan. Mae’n dechrau ag age1pq1.',
  },
  'caseFiles.lineIs': { en: 'Its security code:', cy: 'Ei chod diogelwch:' },
  'caseFiles.exportSend': { en: 'Encrypt and export', cy: 'Amgryptio ac allforio' },
  'caseFiles.exportSaved': {
    en: 'The export is recorded in the history. Save the encrypted file now: it is kept nowhere else.',
    cy: 'Mae’r allforiad wedi’i gofnodi yn yr hanes. Cadwch y ffeil wedi’i hamgryptio nawr: nid yw’n cael ei chadw yn unman arall.',
  },
  'caseFiles.save': { en: 'Save the encrypted file', cy: 'Cadw’r ffeil wedi’i hamgryptio' },
  'caseFiles.exportClose': { en: 'Close', cy: 'Cau' },
} as const satisfies Words<'caseFiles'>;
