import type { Words } from '../word.ts';

export const caseFilesWords = {
  'caseFiles.heading': { en: 'Files', cy: 'Ffeiliau' },
  'caseFiles.loading': { en: 'Loading the files …', cy: 'Wrthi’n llwytho’r ffeiliau …' },
  'caseFiles.recorded': {
    en: 'Opening a file is recorded in the history. A file is opened on this page alone and is gone when the keys lock.',
    cy: 'Cofnodir yn yr hanes bod ffeil wedi’i hagor. Ar y dudalen hon yn unig y caiff ei hagor, ac mae’n mynd pan gaiff yr allweddi eu cloi.',
  },
  'caseFiles.withReport': { en: 'With the report', cy: 'Gyda’r adroddiad' },
  'caseFiles.withMessage': { en: 'With the message of {at}', cy: 'Gyda’r neges o {at}' },
  'caseFiles.addedHere': { en: 'Added to the case, {at}', cy: 'Ychwanegwyd at yr achos, {at}' },
  'caseFiles.addHeading': { en: 'Add files to the case', cy: 'Ychwanegu ffeiliau at yr achos' },
  'caseFiles.addOriginals': {
    en: 'A clean copy can be shown on this page later. A file as it is may matter as evidence: it is kept sealed, is never shown here, and leaves only as a sealed export.',
    cy: 'Gellir dangos copi glân ar y dudalen hon yn nes ymlaen. Gall ffeil fel y mae fod yn bwysig fel tystiolaeth: caiff ei chadw dan sêl, nid yw byth yn cael ei dangos yma, ac mae’n gadael fel allforiad dan sêl yn unig.',
  },
  'caseFiles.addKept': {
    en: 'Files go into the case and its history, and cannot be taken out of it one by one. All who handle the case can open them.',
    cy: 'Mae ffeiliau’n mynd i’r achos ac i’w hanes, ac ni ellir eu tynnu allan fesul un. Gall pawb sy’n trin yr achos eu hagor.',
  },
  'caseFiles.addWhat': {
    en: 'What these files are, and where they come from',
    cy: 'Beth yw’r ffeiliau hyn, ac o ble y maent yn dod',
  },
  'caseFiles.addWhatNeeded': {
    en: 'Please write what these files are, and where they come from',
    cy: 'Ysgrifennwch beth yw’r ffeiliau hyn, ac o ble y maent yn dod',
  },
  'caseFiles.addNeeded': { en: 'Please choose a file', cy: 'Dewiswch ffeil' },
  'caseFiles.addSend': { en: 'Add them to the case', cy: 'Eu hychwanegu at yr achos' },
  'caseFiles.inCase': {
    en: 'These files are in the case already, with the words you sent first. Add anything else as a note, and remove the files here.',
    cy: 'Mae’r ffeiliau hyn eisoes yn yr achos, gyda’r geiriau a anfonoch yn gyntaf. Ychwanegwch unrhyw beth arall fel nodyn, a thynnwch y ffeiliau oddi yma.',
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
    cy: 'Math o ffeil na all y fersiwn hwn ei ddangos',
  },
  'caseFiles.kilobytes': { en: '{size} kB', cy: '{size} kB' },
  'caseFiles.megabytes': { en: '{size} MB', cy: '{size} MB' },
  'caseFiles.facts': { en: '{type}, {size}', cy: '{type}, {size}' },
  'caseFiles.isClean': {
    en: 'A clean copy, as the sender’s page made it.',
    cy: 'Copi glân, fel y gwnaeth tudalen yr anfonwr ef.',
  },
  'caseFiles.isOriginal': {
    en: 'The original, as it was sent. It is not shown here: it may hold something harmful. It can be exported, sealed, and looked through on your force’s isolated machine.',
    cy: 'Y gwreiddiol, fel yr anfonwyd ef. Nid yw’n cael ei ddangos yma: gallai gynnwys rhywbeth niweidiol. Gellir ei allforio, dan sêl, a’i archwilio ar beiriant ar wahân eich heddlu.',
  },
  'caseFiles.notBeside': {
    en: 'This file is named here, and it is not with the case. Please tell the operators.',
    cy: 'Mae’r ffeil hon wedi’i henwi yma, ond nid yw gyda’r achos. Rhowch wybod i’r gweithredwyr.',
  },
  'caseFiles.unnamed': {
    en: '{count, plural, one {One file stands with this case that nothing you opened names. It cannot be opened.} other {# files stand with this case that nothing you opened names. They cannot be opened.}}',
    cy: '{count, plural, one {Mae un ffeil gyda’r achos hwn nad yw dim a agorwyd gennych yn ei henwi. Ni ellir ei hagor.} two {Mae dwy ffeil gyda’r achos hwn nad yw dim a agorwyd gennych yn eu henwi. Ni ellir eu hagor.} few {Mae tair ffeil gyda’r achos hwn nad yw dim a agorwyd gennych yn eu henwi. Ni ellir eu hagor.} many {Mae chwe ffeil gyda’r achos hwn nad yw dim a agorwyd gennych yn eu henwi. Ni ellir eu hagor.} other {Mae # ffeil gyda’r achos hwn nad yw dim a agorwyd gennych yn eu henwi. Ni ellir eu hagor.}}',
  },
  'caseFiles.show': { en: 'Show {name}', cy: 'Dangos {name}' },
  'caseFiles.export': { en: 'Export {name}, sealed', cy: 'Allforio {name}, dan sêl' },
  'caseFiles.fetching': { en: 'Fetching and opening: {done} of {of}', cy: 'Wrthi’n nôl ac yn agor: {done} o {of}' },
  'caseFiles.stop': { en: 'Stop', cy: 'Stopio' },
  'caseFiles.mismatch': {
    en: 'This is not the file that is named here. It is not shown. Do not rely on it, and tell the operators.',
    cy: 'Nid dyma’r ffeil sydd wedi’i henwi yma. Nid yw’n cael ei dangos. Peidiwch â dibynnu arni, a rhowch wybod i’r gweithredwyr.',
  },
  'caseFiles.notFetched': {
    en: 'The file could not be fetched. The case and its other files are as they were. Please try again in a few minutes, and tell the operators if it stays so.',
    cy: 'Nid oedd modd nôl y ffeil. Mae’r achos a’i ffeiliau eraill fel yr oeddent. Rhowch gynnig arall arni ymhen ychydig funudau, a rhowch wybod i’r gweithredwyr os yw’n parhau felly.',
  },
  'caseFiles.otherKey': {
    en: 'The key that is open here does not open this file.',
    cy: 'Nid yw’r allwedd sydd ar agor yma yn agor y ffeil hon.',
  },
  'caseFiles.otherType': {
    en: 'This file is of another kind than it says, and is not shown. It can be exported, sealed.',
    cy: 'Mae’r ffeil hon o fath gwahanol i’r hyn y mae’n ei ddweud, ac nid yw’n cael ei dangos. Gellir ei hallforio, dan sêl.',
  },
  'caseFiles.tooLarge': {
    en: 'This picture has more pixels than can be shown here. It can be exported, sealed.',
    cy: 'Mae gan y llun hwn fwy o bicseli nag y gellir eu dangos yma. Gellir ei allforio, dan sêl.',
  },
  'caseFiles.damaged': {
    en: 'This file is damaged, or is not what it says, and is not shown. It can be exported, sealed.',
    cy: 'Mae’r ffeil hon wedi’i difrodi, neu nid yw’r hyn y mae’n ei ddweud, ac nid yw’n cael ei dangos. Gellir ei hallforio, dan sêl.',
  },
  'caseFiles.notBound': {
    en: 'This PDF is no clean copy as Candour makes them: it may hold more than pictures, and is not shown. It can be exported, sealed.',
    cy: 'Nid yw’r PDF hwn yn gopi glân fel y mae Candour yn eu gwneud: gallai gynnwys mwy na lluniau, ac nid yw’n cael ei ddangos. Gellir ei allforio, dan sêl.',
  },
  'caseFiles.notClean': {
    en: 'This recording is no clean copy as Candour makes them: it may hold more than it shows, and is not played. It can be exported, sealed.',
    cy: 'Nid yw’r recordiad hwn yn gopi glân fel y mae Candour yn eu gwneud: gallai gynnwys mwy nag y mae’n ei ddangos, ac nid yw’n cael ei chwarae. Gellir ei allforio, dan sêl.',
  },
  'caseFiles.noPicture': {
    en: 'The picture of this video cannot be shown on this device. Many phones record in a form (HEVC) that it may not know. The video can be exported, sealed, and played on another machine.',
    cy: 'Ni ellir dangos llun y fideo hwn ar y ddyfais hon. Mae llawer o ffonau’n recordio ar ffurf (HEVC) nad yw’r ddyfais efallai yn ei hadnabod. Gellir allforio’r fideo, dan sêl, a’i chwarae ar beiriant arall.',
  },
  'caseFiles.notPlayed': {
    en: 'This recording cannot be played here, or not to its end. It can be exported, sealed, and played on another machine.',
    cy: 'Ni ellir chwarae’r recordiad hwn yma, neu nid hyd ei ddiwedd. Gellir ei allforio, dan sêl, a’i chwarae ar beiriant arall.',
  },
  'caseFiles.noFrame': {
    en: 'The part of the page that shows files did not come. Please close the file and try again.',
    cy: 'Ni ddaeth y rhan o’r dudalen sy’n dangos ffeiliau. Caewch y ffeil a rhowch gynnig arall arni.',
  },
  'caseFiles.frame': { en: 'The file {name}', cy: 'Y ffeil {name}' },
  'caseFiles.isShown': { en: 'The file is shown.', cy: 'Mae’r ffeil yn cael ei dangos.' },
  'caseFiles.page': { en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' },
  'caseFiles.pageOf': { en: '{name}, page {page} of {pages}', cy: '{name}, tudalen {page} o {pages}' },
  'caseFiles.back': { en: 'Page before', cy: 'Tudalen flaenorol' },
  'caseFiles.on': { en: 'Next page', cy: 'Tudalen nesaf' },
  'caseFiles.smaller': { en: 'Smaller', cy: 'Llai' },
  'caseFiles.larger': { en: 'Larger', cy: 'Mwy' },
  'caseFiles.fit': { en: 'Fit to width', cy: 'Ffitio i’r lled' },
  'caseFiles.size': { en: '{percent}%', cy: '{percent}%' },
  'caseFiles.close': { en: 'Close the file', cy: 'Cau’r ffeil' },
  'caseFiles.keys': {
    en: 'In the frame: Page Up and Page Down turn pages, plus and minus change the size, 0 fits it.',
    cy: 'Yn y ffrâm: mae Page Up a Page Down yn troi tudalennau, plws a minws yn newid y maint, a 0 yn ei ffitio.',
  },
  'caseFiles.playerKeys': {
    en: 'In the frame: Space plays and pauses, the left and right arrows go back and on. The keys lock as ever if no one presses anything, also while it plays.',
    cy: 'Yn y ffrâm: mae Space yn chwarae ac yn oedi, a’r saethau chwith a de yn mynd yn ôl ac ymlaen. Mae’r allweddi’n cloi fel arfer os nad oes neb yn pwyso dim, hefyd tra bydd yn chwarae.',
  },
  'caseFiles.mayBeUnlawful': {
    en: 'This may be an unlawful image',
    cy: 'Gall hon fod yn ddelwedd anghyfreithlon',
  },
  'caseFiles.unlawfulClosed': { en: 'The file is closed', cy: 'Mae’r ffeil ar gau' },
  'caseFiles.unlawfulStop': {
    en: 'Do not open it again. Do not copy it, photograph the screen, pass it on or show it to anyone, not even to ask what they think.',
    cy: 'Peidiwch â’i hagor eto. Peidiwch â’i chopïo, tynnu llun o’r sgrin, ei throsglwyddo na’i dangos i neb, hyd yn oed i ofyn barn.',
  },
  'caseFiles.unlawfulTell': {
    en: 'Tell your supervisor now, and the people in your force who deal with indecent images. They decide who looks at it and how it is secured as evidence. Delete nothing.',
    cy: 'Rhowch wybod i’ch goruchwyliwr nawr, ac i’r bobl yn eich heddlu sy’n delio â delweddau anweddus. Nhw sy’n penderfynu pwy sy’n edrych arni a sut y caiff ei diogelu fel tystiolaeth. Peidiwch â dileu dim.',
  },
  'caseFiles.unlawfulNote': {
    en: 'Add a note to the case with why you think so, in a few words. If a child may be in danger now, follow your safeguarding process at once.',
    cy: 'Ychwanegwch nodyn at yr achos yn dweud pam rydych yn meddwl hynny, mewn ychydig eiriau. Os gall plentyn fod mewn perygl nawr, dilynwch eich proses ddiogelu ar unwaith.',
  },
  'caseFiles.unlawfulSupport': {
    en: 'What you saw can stay with you. Your force’s welfare support is there for you too.',
    cy: 'Gall yr hyn a welsoch aros gyda chi. Mae cymorth lles eich heddlu yno i chi hefyd.',
  },
  'caseFiles.unlawfulRecording': { en: 'Recording it …', cy: 'Wrthi’n ei gofnodi …' },
  'caseFiles.unlawfulRecorded': {
    en: 'The history now says that you marked this file, and when. The file stays sealed in the case.',
    cy: 'Mae’r hanes nawr yn dweud i chi farcio’r ffeil hon, a phryd. Mae’r ffeil yn aros dan sêl yn yr achos.',
  },
  'caseFiles.unlawfulNotRecorded': {
    en: 'This was not recorded. Please record it again.',
    cy: 'Ni chofnodwyd hyn. Cofnodwch ef eto.',
  },
  'caseFiles.unlawfulAgain': { en: 'Record it again', cy: 'Ei gofnodi eto' },
  'caseFiles.isMarked': {
    en: 'Marked as perhaps an unlawful image. The history says by whom.',
    cy: 'Wedi’i marcio fel delwedd a all fod yn anghyfreithlon. Mae’r hanes yn dweud gan bwy.',
  },
  'caseFiles.markedAsk': {
    en: 'This file was marked as perhaps an unlawful image. Go on only if your force’s process for such images gives you that task. The history will say that you opened it although it was marked.',
    cy: 'Marciwyd y ffeil hon fel delwedd a all fod yn anghyfreithlon. Ewch ymlaen dim ond os yw proses eich heddlu ar gyfer delweddau o’r fath yn rhoi’r dasg honno i chi. Bydd yr hanes yn dweud i chi ei hagor er ei bod wedi’i marcio.',
  },
  'caseFiles.markedOpen': { en: 'It is my task: open it', cy: 'Fy nhasg i yw hon: ei hagor' },
  'caseFiles.markedExport': {
    en: 'It is my task: go on to the export',
    cy: 'Fy nhasg i yw hon: mynd ymlaen i’r allforio',
  },
  'caseFiles.markedLeave': { en: 'Leave it closed', cy: 'Ei gadael ar gau' },
  'caseFiles.exportIntro': {
    en: 'The file leaves as an age file, without its padding, that only the key you name here opens. Take it to a machine that is apart from all others, and open it there.',
    cy: 'Mae’r ffeil yn gadael fel ffeil age, heb ei phadin, y gall dim ond yr allwedd a enwch yma ei hagor. Ewch â hi at beiriant sydd ar wahân i bob un arall, ac agorwch hi yno.',
  },
  'caseFiles.exportTold': {
    en: 'The reserve is told that a file was exported, and where to.',
    cy: 'Bydd y swyddogion wrth gefn yn cael gwybod bod ffeil wedi’i hallforio, ac i ble.',
  },
  'caseFiles.needsAssignee': {
    en: 'Only the person the case is with can export a file.',
    cy: 'Dim ond y person sydd â’r achos a all allforio ffeil.',
  },
  'caseFiles.whose': { en: 'Which key opens it', cy: 'Pa allwedd sy’n ei hagor' },
  'caseFiles.ownKey': {
    en: 'The key that opens the cases here',
    cy: 'Yr allwedd sy’n agor yr achosion yma',
  },
  'caseFiles.otherLine': {
    en: 'Another key: a public line that begins age1pq1',
    cy: 'Allwedd arall: llinell gyhoeddus sy’n dechrau ag age1pq1',
  },
  'caseFiles.line': { en: 'The public line', cy: 'Y llinell gyhoeddus' },
  'caseFiles.chooseWhose': { en: 'Please choose which key opens it.', cy: 'Dewiswch pa allwedd sy’n ei hagor.' },
  'caseFiles.lineOdd': {
    en: 'Please paste the whole public line of a key. It begins age1pq1.',
    cy: 'Gludwch linell gyhoeddus gyfan allwedd. Mae’n dechrau ag age1pq1.',
  },
  'caseFiles.lineIs': { en: 'Its fingerprint:', cy: 'Ei holion bys:' },
  'caseFiles.exportSend': { en: 'Seal and export', cy: 'Selio ac allforio' },
  'caseFiles.exportSaved': {
    en: 'The export is recorded in the history. Save the sealed file now: it is kept nowhere else.',
    cy: 'Mae’r allforiad wedi’i gofnodi yn yr hanes. Cadwch y ffeil dan sêl nawr: nid yw’n cael ei chadw yn unman arall.',
  },
  'caseFiles.save': { en: 'Save the sealed file', cy: 'Cadw’r ffeil dan sêl' },
  'caseFiles.exportClose': { en: 'Close', cy: 'Cau' },
} as const satisfies Words<'caseFiles'>;
