import type { Words } from '../word.ts';

/** Files that somebody adds to what they write, with why one is not taken and what a file tells. */
export const filePickerWords = {
  'files.heading': { en: 'Add a file', cy: 'Ychwanegu ffeil' },
  'files.which': {
    en: 'You can add up to five files: photos, PDFs, Word files, plain text, voice notes or videos. Each file you choose is added straight away. A clean copy is made on this device and shown to you here. Nothing leaves this page until you send what you write.',
    cy: 'Gallwch ychwanegu hyd at bum ffeil: lluniau, ffeiliau PDF neu Word, testun plaen, negeseuon llais neu fideos. Caiff pob ffeil a ddewiswch ei hychwanegu ar unwaith. Caiff copi glân ei wneud ar y ddyfais hon a’i ddangos i chi yma. Nid oes dim yn gadael y dudalen hon nes i chi anfon yr hyn rydych yn ei ysgrifennu.',
  },
  'files.never': {
    en: 'Do not add intimate pictures, pictures of children, or anything from police systems. Write that they exist, and where they are.',
    cy: 'Peidiwch ag ychwanegu lluniau o natur bersonol iawn, lluniau o blant, na dim o systemau’r heddlu. Ysgrifennwch eu bod yn bodoli, a ble maent.',
  },
  'files.stays': {
    en: 'The clean copy leaves out places, names and dates that are stored with the file. Voices, faces and what a picture shows stay, and an expert may be able to tell what kind of phone made a recording. Keep the original: it may be evidence.',
    cy: 'Mae’r copi glân yn hepgor lleoedd, enwau a dyddiadau sydd wedi’u storio gyda’r ffeil. Mae lleisiau, wynebau a’r hyn sydd i’w weld mewn llun yn aros, ac efallai y gallai arbenigwr ddweud pa fath o ffôn a wnaeth recordiad. Cadwch y gwreiddiol: gallai fod yn dystiolaeth.',
  },
  'files.noScan': {
    en: 'Files are not checked for viruses, because only people who hold a key can open them.',
    cy: 'Ni chaiff ffeiliau eu gwirio am firysau, gan mai dim ond pobl sydd ag allwedd a all eu hagor.',
  },
  'files.drafts': {
    en: 'Files are not kept with a report that you finish later. Remove them here first, and add them again when you come back.',
    cy: 'Ni chaiff ffeiliau eu cadw gydag adroddiad y byddwch yn ei orffen yn nes ymlaen. Tynnwch nhw oddi yma’n gyntaf, ac ychwanegwch nhw eto pan ddewch yn ôl.',
  },
  'files.phones': {
    en: 'You cannot add files in Teams on Android, because Teams closes this page when you choose a file. You can add them in Teams on a computer.',
    cy: 'Ni allwch ychwanegu ffeiliau yn Teams ar Android, gan fod Teams yn cau’r dudalen hon pan ddewiswch ffeil. Gallwch eu hychwanegu yn Teams ar gyfrifiadur.',
  },
  'files.choose': { en: 'Choose a file', cy: 'Dewis ffeil' },
  'files.cleaning': { en: '{name}: making the clean copy', cy: '{name}: yn gwneud y copi glân' },
  'files.cleaningPage': {
    en: '{name}: making the clean copy, page {number} of {of}',
    cy: '{name}: yn gwneud y copi glân, tudalen {number} o {of}',
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
    en: 'Only the beginning is shown here, but all of it is added.',
    cy: 'Dim ond y dechrau a ddangosir yma, ond caiff y cyfan ei ychwanegu.',
  },
  'files.tells': { en: 'The file itself also contains:', cy: 'Mae’r ffeil ei hun hefyd yn cynnwys:' },
  'files.leftOut': { en: 'The clean copy leaves this out.', cy: 'Mae’r copi glân yn hepgor hyn.' },
  'files.tellsDay': { en: 'a date: {day}', cy: 'dyddiad: {day}' },
  'files.tellsDevice': { en: 'which device made it: {device}', cy: 'pa ddyfais a’i gwnaeth: {device}' },
  'files.tellsPlace': { en: 'where it was taken', cy: 'ble y cafodd ei gwneud' },
  'files.tellsPerson': {
    en: 'the name of the person who made it or owns the device',
    cy: 'enw’r person a’i gwnaeth neu sy’n berchen ar y ddyfais',
  },
  'files.tellsSerial': {
    en: 'the serial number of a camera, which can lead to its other photos',
    cy: 'rhif cyfresol camera, a all arwain at luniau eraill a dynnwyd ag ef',
  },
  'files.tellsProgram': { en: 'which program made or changed it', cy: 'pa raglen a’i gwnaeth neu a’i newidiodd' },
  'files.tellsWords': { en: 'a title, a caption or keywords', cy: 'teitl, pennawd neu eiriau allweddol' },
  'files.tellsThumbnail': {
    en: 'a small picture of how it looked before it was changed',
    cy: 'llun bach o sut yr oedd yn edrych cyn ei newid',
  },
  'files.tellsMakerNotes': { en: 'notes that the device left in it', cy: 'nodiadau a adawodd y ddyfais ynddi' },
  'files.tellsMoves': { en: 'more pictures: it is animated', cy: 'rhagor o luniau: mae’n symud' },
  'files.tellsAttachments': { en: 'other files inside it', cy: 'ffeiliau eraill y tu mewn iddi' },
  'files.tellsScripts': { en: 'a program inside it', cy: 'rhaglen y tu mewn iddi' },
  'files.tellsComments': { en: 'comments or marks', cy: 'sylwadau neu farciau' },
  'files.tellsFormFields': { en: 'form fields', cy: 'meysydd ffurflen' },
  'files.tellsVersions': {
    en: 'earlier versions of it',
    cy: 'sut yr oedd cyn y newid diwethaf',
  },
  'files.tellsUnseenSigns': {
    en: 'hidden characters in the text',
    cy: 'nodau cudd yn y testun',
  },
  'files.tellsHiddenText': { en: 'hidden text', cy: 'testun cudd' },
  'files.tellsLinks': { en: 'the addresses of links', cy: 'cyfeiriadau dolenni' },
  'files.noDrawings': {
    en: 'Charts, shapes and drawings are not in the copy, and pictures are shown without anything drawn over them. If they matter, save the document as a PDF and add the PDF.',
    cy: 'Nid yw siartiau, siapiau na lluniadau yn y copi, a chaiff lluniau eu dangos heb ddim a luniadwyd drostynt. Os ydynt yn bwysig, cadwch y ddogfen fel PDF ac ychwanegwch y PDF.',
  },
  'files.originalWord': {
    en: 'A Word file says who wrote it, who changed it and what was deleted.',
    cy: 'Mae ffeil Word yn dweud pwy a’i hysgrifennodd, pwy a’i newidiodd a beth a gafodd ei ddileu.',
  },
  'files.tellsTracks': {
    en: 'other things recorded in the file, such as extra sound or a route',
    cy: 'pethau eraill a recordiwyd yn y ffeil, fel sain ychwanegol neu lwybr',
  },
  'files.name': { en: 'Name of the file', cy: 'Enw’r ffeil' },
  'files.nameHint': {
    en: 'The file’s name on your device is left out.',
    cy: 'Caiff enw’r ffeil ar eich dyfais ei hepgor.',
  },
  'files.photo': { en: 'Photo {number}', cy: 'Llun {number}' },
  'files.document': { en: 'Document {number}', cy: 'Dogfen {number}' },
  'files.documentPictures': { en: 'Pictures from document {number}', cy: 'Lluniau o ddogfen {number}' },
  'files.note': { en: 'Text {number}', cy: 'Testun {number}' },
  'files.recording': { en: 'Recording {number}', cy: 'Recordiad {number}' },
  'files.video': { en: 'Video {number}', cy: 'Fideo {number}' },
  'files.version': { en: 'How do you want to add this file?', cy: 'Sut hoffech chi ychwanegu’r ffeil hon?' },
  'files.versionClean': { en: 'As the clean copy', cy: 'Fel y copi glân' },
  'files.versionOriginal': {
    en: 'As it is, with everything it contains',
    cy: 'Fel y mae, gyda phopeth sydd ynddi',
  },
  'files.onlyClean': {
    en: 'You can only add the clean copy here.',
    cy: 'Yma, dim ond y copi glân y gallwch ei ychwanegu.',
  },
  'files.added': { en: 'Added: {name}', cy: 'Ychwanegwyd: {name}' },
  'files.notAdded': { en: '{name} cannot be added.', cy: 'Ni ellir ychwanegu {name}.' },
  'files.unread': {
    en: 'The file on your device can no longer be read, so its clean copy is added instead.',
    cy: 'Ni ellir darllen y ffeil ar eich dyfais mwyach, felly caiff ei chopi glân ei ychwanegu yn ei lle.',
  },
  'files.taken': { en: 'Removed: {name}', cy: 'Tynnwyd: {name}' },
  'files.list': { en: 'Files that will be sent', cy: 'Ffeiliau a gaiff eu hanfon' },
  'files.itemClean': { en: '{name}: clean copy, {size} kB', cy: '{name}: copi glân, {size} kB' },
  'files.itemOriginal': { en: '{name}: as it is, {size} kB', cy: '{name}: fel y mae, {size} kB' },
  'files.itemHeldBack': {
    en: '{name}: clean copy, {size} kB. The original will not be sent: it could show who you are, and you chose “Identity not kept”.',
    cy: '{name}: copi glân, {size} kB. Ni chaiff y gwreiddiol ei anfon: gallai ddangos pwy ydych, a dewisoch “Heb gadw hunaniaeth”.',
  },
  'files.remove': { en: 'Remove {name}', cy: 'Tynnu {name}' },
  'files.sending': {
    en: 'Sending the files: {share}%',
    cy: 'Yn anfon y ffeiliau: {share}%',
  },
  'files.callOff': { en: 'Stop sending', cy: 'Rhoi’r gorau i anfon' },
  'files.full': {
    en: 'There is no room for so many files. Nothing was sent. Remove one, and send again.',
    cy: 'Nid oes lle i gynifer o ffeiliau. Ni anfonwyd dim. Tynnwch un, ac anfonwch eto.',
  },
  'files.notReady': {
    en: 'A file is not ready yet, so nothing was sent. Wait until its clean copy is shown, then send again.',
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
    en: 'This recording was cut, but what was cut is still in the file. The clean copy shows about {seconds} seconds that were hidden. Look at the copy and play it before you send it, or remove the recording.',
    cy: 'Cafodd y recordiad hwn ei dorri, ond mae’r hyn a dorrwyd yn dal yn y ffeil. Mae’r copi glân yn dangos tua {seconds} eiliad a oedd wedi’u cuddio. Edrychwch ar y copi a’i chwarae cyn ei anfon, neu tynnwch y recordiad.',
  },
  'files.uncoveredPlayed': {
    en: 'The clean copy shows about {seconds} seconds that were cut from this recording.',
    cy: 'Mae’r copi glân yn dangos tua {seconds} eiliad a dorrwyd o’r recordiad hwn.',
  },
  'files.uncoveredUnplayable': {
    en: 'This recording was cut, but about {seconds} seconds of what was cut are still in the file. This device cannot show them, so the recording cannot be sent. Play it where you can, such as on your phone, record the screen, and add the new recording. Or remove this recording, and write that you have it.',
    cy: 'Cafodd y recordiad hwn ei dorri, ond mae tua {seconds} eiliad o’r hyn a dorrwyd yn dal yn y ffeil. Ni all y ddyfais hon eu dangos, felly ni ellir anfon y recordiad. Chwaraewch ef lle gallwch, er enghraifft ar eich ffôn, recordiwch y sgrin, ac ychwanegwch y recordiad newydd. Neu tynnwch y recordiad hwn, ac ysgrifennwch ei fod gennych.',
  },
  'files.player': { en: 'Player for the clean copy: {name}', cy: 'Chwaraewr y copi glân: {name}' },
  'files.playerReading': {
    en: 'Getting the clean copy ready to play …',
    cy: 'Yn paratoi’r copi glân i’w chwarae …',
  },
  'files.playerUnread': {
    en: 'The file on your device can no longer be read. Remove it here and choose it again.',
    cy: 'Ni ellir darllen y ffeil ar eich dyfais mwyach. Tynnwch hi yma a’i dewis eto.',
  },
  'files.playerMissing': {
    en: 'The part of the page that plays recordings did not load. Close the file and open it again.',
    cy: 'Ni lwythodd y rhan o’r dudalen sy’n chwarae recordiadau. Caewch y ffeil a’i hagor eto.',
  },
  'files.noPicture': {
    en: 'This device cannot show the picture of this video. The clean copy was made all the same.',
    cy: 'Ni all y ddyfais hon ddangos llun y fideo hwn. Gwnaed y copi glân serch hynny.',
  },
  'files.notPlayed': {
    en: 'This device cannot play the clean copy, or cannot play it to the end. The copy was made all the same.',
    cy: 'Ni all y ddyfais hon chwarae’r copi glân, neu ni all ei chwarae i’r diwedd. Gwnaed y copi serch hynny.',
  },
  'files.empty': { en: 'There is nothing in this file.', cy: 'Nid oes dim yn y ffeil hon.' },
  'files.tooLarge': {
    en: 'This file is too large. Files of more than 50 MB cannot be opened here.',
    cy: 'Mae’r ffeil hon yn rhy fawr. Ni ellir agor ffeiliau o fwy na 50 MB yma.',
  },
  'files.tooMany': {
    en: 'You have already added five files. Remove one to add another.',
    cy: 'Rydych eisoes wedi ychwanegu pum ffeil. Tynnwch un i ychwanegu un arall.',
  },
  'files.office': {
    en: 'You cannot add Excel, PowerPoint or Outlook files, older Word files, or zip files. Save the file as a PDF, and add the PDF.',
    cy: 'Ni allwch ychwanegu ffeiliau Excel, PowerPoint nac Outlook, ffeiliau Word hŷn na ffeiliau zip. Cadwch y ffeil fel PDF, ac ychwanegwch y PDF.',
  },
  'files.otherRecording': {
    en: 'This kind of recording cannot be opened here. If your device can save it as MP4, M4A, MP3 or WAV, add that file. Do not use a website to convert it. Keep the original.',
    cy: 'Ni ellir agor y math hwn o recordiad yma. Os gall eich dyfais ei gadw fel MP4, M4A, MP3 neu WAV, ychwanegwch y ffeil honno. Peidiwch â defnyddio gwefan i’w drosi. Cadwch y gwreiddiol.',
  },
  'files.heic': {
    en: 'This photo is in HEIC format and could not be opened. Open it on your device, take a screenshot, and add the screenshot.',
    cy: 'Nid oedd modd agor y llun hwn yn y fformat HEIC. Agorwch ef ar eich dyfais, tynnwch sgrinlun, ac ychwanegwch y sgrinlun.',
  },
  'files.unknown': {
    en: 'This is not a photo, PDF, Word file or plain text that can be opened here.',
    cy: 'Nid llun, PDF, ffeil Word na thestun plaen y gellir ei agor yma yw hon.',
  },
  'files.tooManyPixels': {
    en: 'This picture is too large to be opened here. Save a smaller copy, and add the copy.',
    cy: 'Mae’r llun hwn yn rhy fawr i’w agor yma. Cadwch gopi llai ohono, ac ychwanegwch y copi.',
  },
  'files.damaged': {
    en: 'This file could not be opened. It may be damaged.',
    cy: 'Nid oedd modd agor y ffeil hon. Efallai ei bod wedi’i difrodi.',
  },
  'files.locked': {
    en: 'This PDF asks for a password. Save a copy without a password, and add the copy.',
    cy: 'Mae’r PDF hwn yn gofyn am gyfrinair. Cadwch gopi heb gyfrinair, ac ychwanegwch y copi.',
  },
  'files.tooManyPages': {
    en: 'This document has more than 100 pages or pictures. Add the pages that matter as a separate PDF.',
    cy: 'Mae gan y ddogfen hon fwy na 100 o dudalennau neu luniau. Ychwanegwch y tudalennau sy’n bwysig fel PDF ar wahân.',
  },
  'files.unfolds': {
    en: 'This file contains more than it appears to, so it is not opened here.',
    cy: 'Mae mwy yn y ffeil hon nag sydd i’w weld, felly nid yw’n cael ei hagor yma.',
  },
  'files.tooLong': {
    en: 'This file took too long to open. Try a smaller part of it.',
    cy: 'Cymerodd ormod o amser i agor y ffeil hon. Rhowch gynnig ar ran lai ohoni.',
  },
  'files.changed': {
    en: 'This file changed after you added it, or can no longer be read. Choose it again.',
    cy: 'Newidiodd y ffeil hon ar ôl i chi ei hychwanegu, neu nid oes modd ei darllen mwyach. Dewiswch hi eto.',
  },
  'files.copyTooLarge': {
    en: 'The clean copy of this file is larger than 10 MB. Add only the part that matters.',
    cy: 'Mae copi glân y ffeil hon yn fwy na 10 MB. Ychwanegwch y rhan sy’n bwysig yn unig.',
  },
  'files.overLimit': {
    en: 'Its clean copy is larger than {size} MB, the most that can be sent here. Add the part of it that matters.',
    cy: 'Mae ei chopi glân yn fwy na {size} MB, sef y mwyaf y gellir ei anfon yma. Ychwanegwch y rhan ohoni sy’n bwysig.',
  },
  'files.secondVideo': {
    en: 'Only one file with a report can be larger than {size} MB, and you have already added one. Add a shorter part of this file, or send it with a message afterwards.',
    cy: 'Dim ond un ffeil mewn adroddiad a all fod yn fwy na {size} MB, ac rydych eisoes wedi ychwanegu un. Ychwanegwch ran fyrrach o’r ffeil hon, neu anfonwch hi gyda neges wedyn.',
  },
  'files.textTooLong': {
    en: 'This text is too long. Add the part that matters.',
    cy: 'Mae’r testun hwn yn rhy hir. Ychwanegwch y rhan sy’n bwysig.',
  },
  'files.noRoomForPictures': {
    en: 'A Word file with pictures is added as two files, and there is room for only one. Remove another file, then choose it again.',
    cy: 'Caiff ffeil Word â lluniau ei hychwanegu fel dwy ffeil, a dim ond lle i un sydd ar ôl. Tynnwch ffeil arall, yna dewiswch hi eto.',
  },
  'files.notLoaded': {
    en: 'The part of this page that opens files did not load. Choose the file again.',
    cy: 'Ni lwythodd y rhan o’r dudalen hon sy’n agor ffeiliau. Dewiswch y ffeil eto.',
  },
} satisfies Words<'files'>;
