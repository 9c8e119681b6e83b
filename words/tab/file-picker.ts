import type { Words } from '../word.ts';

/** Files that somebody adds to what they write, with why one is not taken and what a file tells. */
export const filePickerWords = {
  'files.heading': { en: 'Add a file', cy: 'Ychwanegu ffeil' },
  'files.which': {
    en: 'A photo, a PDF, a Word file, plain text, a voice note or a video: up to five. Each file that you choose is added at once. A clean copy is made on this device and shown to you here. Nothing leaves this page before you send what you write.',
    cy: 'Llun, PDF, ffeil Word, testun plaen, neges lais neu fideo: hyd at bump. Caiff pob ffeil a ddewiswch ei hychwanegu ar unwaith. Caiff copi glân ei wneud ar y ddyfais hon a’i ddangos i chi yma. Nid oes dim yn gadael y dudalen hon cyn i chi anfon yr hyn rydych yn ei ysgrifennu.',
  },
  'files.never': {
    en: 'Please add nothing from police systems, no intimate pictures and none of children. Write down that they exist, and where.',
    cy: 'Peidiwch ag ychwanegu dim o systemau’r heddlu, dim lluniau o natur bersonol iawn, a dim lluniau o blant. Ysgrifennwch eu bod yn bodoli, a ble.',
  },
  'files.stays': {
    en: 'Places, names and dates are taken off. Voices, faces and pictures stay, and an expert may tell what kind of phone made a recording. Keep the original: it may be evidence.',
    cy: 'Caiff lleoedd, enwau a dyddiadau eu tynnu oddi arni. Mae lleisiau, wynebau a lluniau’n aros, a gallai arbenigwr ddweud pa fath o ffôn a wnaeth recordiad. Cadwch y gwreiddiol: gallai fod yn dystiolaeth.',
  },
  'files.noScan': {
    en: 'Files are not checked for viruses: only those who hold a key can open them.',
    cy: 'Ni chaiff ffeiliau eu gwirio am firysau: dim ond y rhai sydd ag allwedd all eu hagor.',
  },
  'files.drafts': {
    en: 'Files are not kept with a report that you finish later. Remove them here first, and add them again when you come back.',
    cy: 'Ni chaiff ffeiliau eu cadw gydag adroddiad y byddwch yn ei orffen yn nes ymlaen. Tynnwch nhw oddi yma’n gyntaf, ac ychwanegwch nhw eto pan ddewch yn ôl.',
  },
  'files.phones': {
    en: 'Files cannot be added in Teams on Android: it closes this page when a file is chosen. They can be added in Teams on a computer.',
    cy: 'Ni ellir ychwanegu ffeiliau yn Teams ar Android: mae’n cau’r dudalen hon pan fydd ffeil yn cael ei dewis. Gellir eu hychwanegu yn Teams ar gyfrifiadur.',
  },
  'files.choose': { en: 'Choose a file', cy: 'Dewis ffeil' },
  'files.cleaning': { en: '{name}: the clean copy is being made', cy: '{name}: mae’r copi glân yn cael ei wneud' },
  'files.cleaningPage': {
    en: '{name}: the clean copy is being made, page {number} of {of}',
    cy: '{name}: mae’r copi glân yn cael ei wneud, tudalen {number} o {of}',
  },
  'files.look': { en: 'Look at {name}', cy: 'Edrych ar {name}' },
  'files.newFile': { en: 'File {number}', cy: 'Ffeil {number}' },
  'files.picture': { en: 'The clean copy, as a picture', cy: 'Y copi glân, fel llun' },
  'files.page': {
    en: 'Page {number} of {of} of the clean copy, as a picture',
    cy: 'Tudalen {number} o {of} o’r copi glân, fel llun',
  },
  'files.pageBefore': { en: 'Previous page', cy: 'Tudalen flaenorol' },
  'files.pageAfter': { en: 'Next page', cy: 'Tudalen nesaf' },
  'files.text': { en: 'The clean copy, as text', cy: 'Y copi glân, fel testun' },
  'files.textGoesOn': {
    en: 'Only the beginning is shown here. All of it is added.',
    cy: 'Dim ond y dechrau a ddangosir yma. Caiff y cyfan ei ychwanegu.',
  },
  'files.tells': { en: 'The file itself says more:', cy: 'Mae’r ffeil ei hun yn dweud mwy:' },
  'files.leftOut': { en: 'The clean copy leaves this out.', cy: 'Mae’r copi glân yn hepgor hyn.' },
  'files.tellsDay': { en: 'a day: {day}', cy: 'diwrnod: {day}' },
  'files.tellsDevice': { en: 'which device made it: {device}', cy: 'pa ddyfais a’i gwnaeth: {device}' },
  'files.tellsPlace': { en: 'where it was taken', cy: 'ble y cafodd ei thynnu' },
  'files.tellsPerson': {
    en: 'the name of the person who made it or owns the device',
    cy: 'enw’r person a’i gwnaeth neu sy’n berchen ar y ddyfais',
  },
  'files.tellsSerial': {
    en: 'the number of a camera, by which its other photos can be found',
    cy: 'rhif camera, y gellir dod o hyd i’w luniau eraill drwyddo',
  },
  'files.tellsProgram': { en: 'which program made or changed it', cy: 'pa raglen a’i gwnaeth neu a’i newidiodd' },
  'files.tellsWords': { en: 'a title, a caption or keywords', cy: 'teitl, pennawd neu eiriau allweddol' },
  'files.tellsThumbnail': {
    en: 'a small picture of how it looked before it was changed',
    cy: 'llun bach o sut yr oedd yn edrych cyn ei newid',
  },
  'files.tellsMakerNotes': { en: 'notes that the device left in it', cy: 'nodiadau a adawodd y ddyfais ynddi' },
  'files.tellsMoves': { en: 'more pictures: it moves', cy: 'rhagor o luniau: mae’n symud' },
  'files.tellsAttachments': { en: 'other files inside it', cy: 'ffeiliau eraill y tu mewn iddi' },
  'files.tellsScripts': { en: 'a program inside it', cy: 'rhaglen y tu mewn iddi' },
  'files.tellsComments': { en: 'comments or marks', cy: 'sylwadau neu farciau' },
  'files.tellsFormFields': { en: 'fields of a form', cy: 'meysydd ffurflen' },
  'files.tellsVersions': {
    en: 'how it was before the last change',
    cy: 'sut yr oedd cyn y newid diwethaf',
  },
  'files.tellsUnseenSigns': {
    en: 'signs in the text that nobody sees',
    cy: 'arwyddion yn y testun nad oes neb yn eu gweld',
  },
  'files.tellsHiddenText': { en: 'hidden words', cy: 'geiriau cudd' },
  'files.tellsLinks': { en: 'the addresses of links', cy: 'cyfeiriadau dolenni' },
  'files.noDrawings': {
    en: 'Charts, shapes and drawings are not in the copy, and a picture is shown without what was drawn over it. If they matter, save the document as a PDF and add that.',
    cy: 'Nid yw siartiau, siapiau na lluniadau yn y copi, a dangosir llun heb yr hyn a luniwyd drosto. Os ydynt yn bwysig, cadwch y ddogfen fel PDF ac ychwanegwch honno.',
  },
  'files.originalWord': {
    en: 'A Word file says who wrote it, who changed it and what was deleted.',
    cy: 'Mae ffeil Word yn dweud pwy a’i hysgrifennodd, pwy a’i newidiodd a beth a gafodd ei ddileu.',
  },
  'files.tellsTracks': {
    en: 'more that was recorded with it, such as other sounds or places along the way',
    cy: 'rhagor a recordiwyd gydag ef, fel synau eraill neu leoedd ar hyd y ffordd',
  },
  'files.name': { en: 'Name of the file', cy: 'Enw’r ffeil' },
  'files.nameHint': {
    en: 'The name that it has on your device is left out.',
    cy: 'Caiff yr enw sydd arni ar eich dyfais ei hepgor.',
  },
  'files.photo': { en: 'Photo {number}', cy: 'Llun {number}' },
  'files.document': { en: 'Document {number}', cy: 'Dogfen {number}' },
  'files.documentPictures': { en: 'Pictures of document {number}', cy: 'Lluniau dogfen {number}' },
  'files.note': { en: 'Text {number}', cy: 'Testun {number}' },
  'files.recording': { en: 'Recording {number}', cy: 'Recordiad {number}' },
  'files.video': { en: 'Video {number}', cy: 'Fideo {number}' },
  'files.version': { en: 'How is it added?', cy: 'Sut y caiff ei hychwanegu?' },
  'files.versionClean': { en: 'As the clean copy', cy: 'Fel y copi glân' },
  'files.versionOriginal': {
    en: 'As it is, with all that it says about itself',
    cy: 'Fel y mae, gyda phopeth y mae’n ei ddweud amdani’i hun',
  },
  'files.onlyClean': {
    en: 'Here it can only be added as the clean copy.',
    cy: 'Yma, dim ond fel y copi glân y gellir ei hychwanegu.',
  },
  'files.added': { en: 'Added: {name}', cy: 'Ychwanegwyd: {name}' },
  'files.notAdded': { en: '{name} cannot be added.', cy: 'Ni ellir ychwanegu {name}.' },
  'files.unread': {
    en: 'The file on your device can no longer be read. It is added as the clean copy.',
    cy: 'Ni ellir darllen y ffeil ar eich dyfais mwyach. Caiff ei hychwanegu fel y copi glân.',
  },
  'files.taken': { en: 'Removed: {name}', cy: 'Tynnwyd: {name}' },
  'files.list': { en: 'Goes with what you send', cy: 'Yn mynd gyda’r hyn rydych yn ei anfon' },
  'files.itemClean': { en: '{name}: clean copy, {size} kB', cy: '{name}: copi glân, {size} kB' },
  'files.itemOriginal': { en: '{name}: as it is, {size} kB', cy: '{name}: fel y mae, {size} kB' },
  'files.itemHeldBack': {
    en: '{name}: clean copy, {size} kB. It does not go as it is, because your identity is not kept.',
    cy: '{name}: copi glân, {size} kB. Nid yw’n mynd fel y mae, gan nad yw pwy ydych yn cael ei gadw.',
  },
  'files.remove': { en: 'Remove {name}', cy: 'Tynnu {name}' },
  'files.sending': {
    en: 'The files are being sent: {share} percent',
    cy: 'Mae’r ffeiliau’n cael eu hanfon: {share} y cant',
  },
  'files.callOff': { en: 'Stop sending', cy: 'Rhoi’r gorau i anfon' },
  'files.full': {
    en: 'There is no room for so many files. Nothing was sent. Remove one, and send again.',
    cy: 'Nid oes lle i gynifer o ffeiliau. Ni anfonwyd dim. Tynnwch un, ac anfonwch eto.',
  },
  'files.notReady': {
    en: 'A file is not ready yet, so nothing was sent. Please wait until its clean copy is shown, then send again.',
    cy: 'Nid yw un o’r ffeiliau’n barod eto, felly ni anfonwyd dim. Arhoswch nes bod ei chopi glân yn cael ei ddangos, yna anfonwch eto.',
  },
  'files.refused': {
    en: 'One file cannot be added, so nothing was sent. Remove it to send without it, or choose another.',
    cy: 'Ni ellir ychwanegu un o’r ffeiliau, felly ni anfonwyd dim. Tynnwch hi i anfon hebddi, neu dewiswch un arall.',
  },
  'files.unsent': {
    en: 'The files here have not been sent, and this step would leave them behind. Send them first, or remove them.',
    cy: 'Nid yw’r ffeiliau yma wedi’u hanfon, a byddai’r cam hwn yn eu gadael ar ôl. Anfonwch nhw’n gyntaf, neu tynnwch nhw.',
  },
  'files.unplayed': {
    en: 'A recording still holds what was cut out of it, so nothing was sent. Play its clean copy first. If it cannot be played here, remove it.',
    cy: 'Mae recordiad yn dal i gynnwys yr hyn a dorrwyd ohono, felly ni anfonwyd dim. Chwaraewch ei gopi glân yn gyntaf. Os na ellir ei chwarae yma, tynnwch ef.',
  },
  'files.uncovered': {
    en: 'This recording was cut, but what was cut is still in the file. The clean copy shows about {seconds} seconds that were hidden. Look at it and play it before you send it, or remove it.',
    cy: 'Cafodd y recordiad hwn ei dorri, ond mae’r hyn a dorrwyd yn dal yn y ffeil. Mae’r copi glân yn dangos tua {seconds} eiliad a oedd wedi’u cuddio. Edrychwch arno a’i chwarae cyn ei anfon, neu tynnwch ef.',
  },
  'files.uncoveredPlayed': {
    en: 'The clean copy shows about {seconds} seconds that were cut from this recording.',
    cy: 'Mae’r copi glân yn dangos tua {seconds} eiliad a dorrwyd o’r recordiad hwn.',
  },
  'files.uncoveredUnplayable': {
    en: 'This recording was cut, but about {seconds} seconds of what was cut are still in the file. This device cannot show them, so they are not sent. Play the recording where you can, such as on your phone, record the screen, and add that. Or remove it, and write that you have it.',
    cy: 'Cafodd y recordiad hwn ei dorri, ond mae tua {seconds} eiliad o’r hyn a dorrwyd yn dal yn y ffeil. Ni all y ddyfais hon eu dangos, felly nid ydynt yn cael eu hanfon. Chwaraewch y recordiad lle gallwch, er enghraifft ar eich ffôn, recordiwch y sgrin, ac ychwanegwch hwnnw. Neu tynnwch ef, ac ysgrifennwch ei fod gennych.',
  },
  'files.player': { en: 'Player for the clean copy: {name}', cy: 'Chwaraewr y copi glân: {name}' },
  'files.playerReading': {
    en: 'Getting the clean copy ready to play …',
    cy: 'Wrthi’n paratoi’r copi glân i’w chwarae …',
  },
  'files.playerUnread': {
    en: 'The file on your device can no longer be read. Please remove it here and choose it again.',
    cy: 'Ni ellir darllen y ffeil ar eich dyfais mwyach. Tynnwch hi yma a’i dewis eto.',
  },
  'files.playerMissing': {
    en: 'The part of the page that plays recordings did not load. Please close this and open it again.',
    cy: 'Ni lwythodd y rhan o’r dudalen sy’n chwarae recordiadau. Caewch hwn a’i agor eto.',
  },
  'files.noPicture': {
    en: 'This device cannot show the picture of this video. The clean copy was made all the same.',
    cy: 'Ni all y ddyfais hon ddangos llun y fideo hwn. Gwnaed y copi glân serch hynny.',
  },
  'files.notPlayed': {
    en: 'This device cannot play the clean copy, or not to its end. The copy was made all the same.',
    cy: 'Ni all y ddyfais hon chwarae’r copi glân, neu nid hyd ei ddiwedd. Gwnaed y copi serch hynny.',
  },
  'files.empty': { en: 'There is nothing in this file.', cy: 'Nid oes dim yn y ffeil hon.' },
  'files.tooLarge': {
    en: 'This file is too large. Files of more than 50 MB cannot be opened here.',
    cy: 'Mae’r ffeil hon yn rhy fawr. Ni ellir agor ffeiliau o fwy na 50 MB yma.',
  },
  'files.tooMany': {
    en: 'Five files are added already. Remove one to add another.',
    cy: 'Mae pum ffeil wedi’u hychwanegu eisoes. Tynnwch un i ychwanegu un arall.',
  },
  'files.office': {
    en: 'Files of Excel, PowerPoint, Outlook and older versions of Word cannot be added, nor other packages. Save it as a PDF, and add that.',
    cy: 'Ni ellir ychwanegu ffeiliau Excel, PowerPoint, Outlook na fersiynau hŷn o Word, na phecynnau eraill. Cadwch hi fel PDF, ac ychwanegwch honno.',
  },
  'files.otherRecording': {
    en: 'This kind of recording cannot be opened here. If your device can save it as MP4, M4A, MP3 or WAV, add that. Do not send it to a website to be converted. Keep the original.',
    cy: 'Ni ellir agor y math hwn o recordiad yma. Os gall eich dyfais ei gadw fel MP4, M4A, MP3 neu WAV, ychwanegwch hwnnw. Peidiwch â’i anfon i wefan i’w drosi. Cadwch y gwreiddiol.',
  },
  'files.heic': {
    en: 'This photo in the format HEIC could not be opened. Take a picture of the screen that shows it, and add that.',
    cy: 'Nid oedd modd agor y llun hwn yn y fformat HEIC. Tynnwch lun o’r sgrin sy’n ei ddangos, ac ychwanegwch hwnnw.',
  },
  'files.unknown': {
    en: 'This is no photo, PDF, Word file or plain text that can be opened here.',
    cy: 'Nid llun, PDF, ffeil Word na thestun plaen y gellir ei agor yma yw hon.',
  },
  'files.tooManyPixels': {
    en: 'This picture is too large to be opened here. Make it smaller, and add that.',
    cy: 'Mae’r llun hwn yn rhy fawr i’w agor yma. Gwnewch ef yn llai, ac ychwanegwch hwnnw.',
  },
  'files.damaged': {
    en: 'This file could not be opened. It may be damaged.',
    cy: 'Nid oedd modd agor y ffeil hon. Efallai ei bod wedi’i difrodi.',
  },
  'files.locked': {
    en: 'This PDF asks for a password. Save it without one, and add that.',
    cy: 'Mae’r PDF hon yn gofyn am gyfrinair. Cadwch hi heb un, ac ychwanegwch honno.',
  },
  'files.tooManyPages': {
    en: 'This document has more than 100 pages or pictures. Add the pages that matter as a PDF of their own.',
    cy: 'Mae gan y ddogfen hon fwy na 100 o dudalennau neu luniau. Ychwanegwch y tudalennau sy’n bwysig fel PDF ar wahân.',
  },
  'files.unfolds': {
    en: 'This file holds more than it seems, and is not opened here.',
    cy: 'Mae mwy yn y ffeil hon nag sydd i’w weld, ac nid yw’n cael ei hagor yma.',
  },
  'files.tooLong': {
    en: 'It took too long to open this file. A smaller part of it may work.',
    cy: 'Cymerodd ormod o amser i agor y ffeil hon. Efallai y bydd rhan lai ohoni’n gweithio.',
  },
  'files.changed': {
    en: 'This file changed after you added it, or can no longer be read. Choose it again.',
    cy: 'Newidiodd y ffeil hon ar ôl i chi ei hychwanegu, neu nid oes modd ei darllen mwyach. Dewiswch hi eto.',
  },
  'files.copyTooLarge': {
    en: 'The clean copy of this file is larger than 10 MB. Add a part of it.',
    cy: 'Mae copi glân y ffeil hon yn fwy na 10 MB. Ychwanegwch ran ohoni.',
  },
  'files.overLimit': {
    en: 'Its clean copy is larger than {size} MB, the most that can be sent here. Add the part of it that matters.',
    cy: 'Mae ei chopi glân yn fwy na {size} MB, sef y mwyaf y gellir ei anfon yma. Ychwanegwch y rhan ohoni sy’n bwysig.',
  },
  'files.secondVideo': {
    en: 'Only one file with a report can be larger than {size} MB, and another is. Add a shorter part of it, or send it with a message afterwards.',
    cy: 'Dim ond un ffeil mewn adroddiad all fod yn fwy na {size} MB, ac mae un arall eisoes. Ychwanegwch ran fyrrach ohoni, neu anfonwch hi gyda neges wedyn.',
  },
  'files.textTooLong': {
    en: 'This text is too long. Add the part that matters.',
    cy: 'Mae’r testun hwn yn rhy hir. Ychwanegwch y rhan sy’n bwysig.',
  },
  'files.noRoomForPictures': {
    en: 'A Word file with pictures is added as two files, and there is room for one. Remove another file, then choose it again.',
    cy: 'Caiff ffeil Word â lluniau ei hychwanegu fel dwy ffeil, ac mae lle i un. Tynnwch ffeil arall, yna dewiswch hi eto.',
  },
  'files.notLoaded': {
    en: 'The part of this page that opens files did not come. Please choose the file again.',
    cy: 'Ni ddaeth y rhan o’r dudalen hon sy’n agor ffeiliau. Dewiswch y ffeil eto.',
  },
} satisfies Words<'files'>;
