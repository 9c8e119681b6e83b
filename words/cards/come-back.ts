import type { Words } from '../word.ts';

/** The cards of somebody who comes back with a code. */
export const comeBackWords = {
  'comeBack.enterIntro': {
    en: 'Type the return code that you wrote down: the eleven words, in English or in Welsh, or the letters and digits. Spaces, hyphens and capital letters do not matter.',
    cy: 'Teipiwch y cod dychwelyd a nodoch: yr un gair ar ddeg, yn Gymraeg neu yn Saesneg, neu’r llythrennau a’r digidau. Nid oes ots am fylchau, cysylltnodau na phriflythrennau.',
  },
  'comeBack.code': { en: 'Return code', cy: 'Cod dychwelyd' },
  'comeBack.caseHeading': { en: 'Your report', cy: 'Eich adroddiad' },
  'comeBack.askedHeading': { en: 'You have been asked something', cy: 'Mae cwestiwn i chi' },
  'comeBack.writtenHeading': { en: 'There is a message for you', cy: 'Mae neges i chi' },
  'comeBack.receivedOn': { en: 'It was received on {day}.', cy: 'Daeth i law ar {day}.' },
  'comeBack.identityOpened': {
    en: 'Who reported is kept sealed with this report. An identity custodian opened that on {day}.',
    cy: 'Mae pwy a roddodd wybod wedi’i gadw dan sêl gyda’r adroddiad hwn. Cafodd hynny ei agor gan geidwad hunaniaeth ar {day}.',
  },
  'comeBack.notReadBack': {
    en: 'What you reported is not shown here, so that nobody who finds the code can read it.',
    cy: 'Nid yw’r hyn y rhoddoch wybod amdano yn cael ei ddangos yma, fel na all neb sy’n dod o hyd i’r cod ei ddarllen.',
  },
  'comeBack.standsHeading': { en: 'Where it stands', cy: 'Y sefyllfa ar hyn o bryd' },
  'comeBack.statusReceived': {
    en: 'Received. It is waiting to be looked at.',
    cy: 'Wedi’i dderbyn. Mae’n aros i rywun edrych arno.',
  },
  'comeBack.statusAcknowledged': {
    en: 'Seen by the people who deal with it.',
    cy: 'Wedi’i weld gan y rhai sy’n delio ag ef.',
  },
  'comeBack.statusTriaged': { en: 'Read and assessed.', cy: 'Wedi’i ddarllen a’i asesu.' },
  'comeBack.statusInProgress': { en: 'Being dealt with.', cy: 'Mae rhywun yn delio ag ef.' },
  'comeBack.statusAwaitingReporter': { en: 'Waiting to hear from you.', cy: 'Yn aros i glywed gennych chi.' },
  'comeBack.statusClosed': { en: 'Closed.', cy: 'Wedi’i gau.' },
  'comeBack.statusReopened': { en: 'Opened again.', cy: 'Wedi’i ailagor.' },
  'comeBack.followUps': {
    en: '{count, plural, =0 {You have added nothing to it so far.} one {You have added to it once.} other {You have added to it # times.}}',
    cy: '{count, plural, =0 {Nid ydych wedi ychwanegu dim ato hyd yma.} one {Rydych wedi ychwanegu ato unwaith.} two {Rydych wedi ychwanegu ato ddwywaith.} few {Rydych wedi ychwanegu ato deirgwaith.} other {Rydych wedi ychwanegu ato # gwaith.}}',
  },
  'comeBack.nextReceived': {
    en: 'Next, someone should confirm that they have it{day, select, none {} other {, by {day}}}.',
    cy: '{day, select, none {Nesaf, dylai} other {Nesaf, erbyn {day}, dylai}} rhywun gadarnhau ei fod wedi dod i law.',
  },
  'comeBack.nextAcknowledged': {
    en: 'Next, it should be read and assessed{day, select, none {} other {, by {day}}}.',
    cy: 'Nesaf, dylai gael ei ddarllen a’i asesu{day, select, none {} other {, erbyn {day}}}.',
  },
  'comeBack.nextUpdate': {
    en: 'Next, you should see an update here{day, select, none {} other {, by {day}}}.',
    cy: 'Nesaf, dylech weld diweddariad yma{day, select, none {} other {, erbyn {day}}}.',
  },
  'comeBack.nextAnswer': {
    en: 'Those who deal with your report are waiting for your answer. You do not have to answer.',
    cy: 'Mae’r rhai sy’n delio â’ch adroddiad yn aros am eich ateb. Nid oes rhaid i chi ateb.',
  },
  'comeBack.nextNoQuestion': {
    en: 'There is no question from them here. If you have something to add, you can write it below.',
    cy: 'Nid oes cwestiwn ganddynt yma. Os oes gennych rywbeth i’w ychwanegu, gallwch ei ysgrifennu isod.',
  },
  'comeBack.canAnswer': {
    en: 'They have written to you, and you can answer. You do not have to.',
    cy: 'Maent wedi ysgrifennu atoch, a gallwch ateb. Nid oes rhaid i chi.',
  },
  'comeBack.answeredHeading': { en: 'There is an answer for you', cy: 'Mae ateb i chi' },
  'comeBack.answered': {
    en: 'When it was closed, those who dealt with your report left this answer',
    cy: 'Pan gaewyd eich adroddiad, gadawodd y rhai a fu’n delio ag ef yr ateb hwn',
  },
  'comeBack.nextWorse': {
    en: 'From {day} there may be a question for you here: have you been treated worse because you reported? You need not wait for it. You can say so at any time.',
    cy: 'O {day} ymlaen gall fod cwestiwn i chi yma: a ydych wedi cael eich trin yn waeth am i chi roi gwybod? Nid oes rhaid i chi aros amdano. Gallwch ddweud hynny ar unrhyw adeg.',
  },
  'comeBack.canAnswerClosed': {
    en: 'There is a question for you. You do not have to answer it.',
    cy: 'Mae cwestiwn i chi. Nid oes rhaid i chi ei ateb.',
  },
  'comeBack.notWorse': { en: 'No, not treated worse', cy: 'Na, ddim yn waeth' },
  'comeBack.notWorseText': {
    en: 'No, I was not treated worse because I reported.',
    cy: 'Na, ni chefais fy nhrin yn waeth am i mi roi gwybod.',
  },
  'comeBack.addedWorse': {
    en: 'Those who deal with your report will look at this as well. The guidance on what protects you says what else you can do.',
    cy: 'Bydd y rhai sy’n delio â’ch adroddiad yn edrych ar hyn hefyd. Mae’r canllawiau ar yr hyn sy’n eich amddiffyn yn dweud beth arall y gallwch ei wneud.',
  },
  'comeBack.nextClosed': {
    en: 'Nothing more is planned. You can still write: that opens the case again, for review.',
    cy: 'Nid oes dim mwy wedi’i gynllunio. Gallwch ysgrifennu o hyd: bydd hynny’n ailagor yr achos, i’w adolygu.',
  },
  'comeBack.closedCanWrite': {
    en: 'If you write, the case is opened again, for review.',
    cy: 'Os byddwch yn ysgrifennu, caiff yr achos ei ailagor, i’w adolygu.',
  },
  'comeBack.late': {
    en: 'That day has passed, so this is late. Those who deal with it can see that as well.',
    cy: 'Mae’r diwrnod hwnnw wedi mynd heibio, felly mae hyn yn hwyr. Gall y rhai sy’n delio ag ef weld hynny hefyd.',
  },
  'comeBack.nobodyNudges': {
    en: 'Candour will not contact you about your report, so that nothing draws attention to you. Please check back here with your code.',
    cy: 'Ni fydd Candour yn cysylltu â chi ynghylch eich adroddiad, rhag tynnu sylw atoch. Dewch yn ôl yma gyda’ch cod i weld a oes rhywbeth newydd.',
  },
  'comeBack.noLooking': {
    en: 'Please do not look for more, or look anything up for us. You do not have to prove anything.',
    cy: 'Peidiwch â chwilio am fwy, na chwilio am unrhyw beth ar ein rhan. Nid oes rhaid i chi brofi dim.',
  },
  'comeBack.messagesHeading': { en: 'Messages', cy: 'Negeseuon' },
  'comeBack.messagesPage': {
    en: 'Page {page} of {of}, the newest first.',
    cy: 'Tudalen {page} o {of}, y diweddaraf yn gyntaf.',
  },
  'comeBack.theyWrote': {
    en: 'On {day}, those who deal with your report wrote',
    cy: 'Ar {day}, ysgrifennodd y rhai sy’n delio â’ch adroddiad',
  },
  'comeBack.youWrote': { en: 'On {day}, you wrote', cy: 'Ar {day}, ysgrifennoch chi' },
  'comeBack.continued': { en: '{heading} (continued)', cy: '{heading} (parhad)' },
  'comeBack.yoursSealed': {
    en: 'What you wrote is not shown here: only those who deal with your report can open it.',
    cy: 'Nid yw’r hyn rydych wedi’i ysgrifennu yn cael ei ddangos yma: dim ond y rhai sy’n delio â’ch adroddiad a all ei agor.',
  },
  'comeBack.doubtful': {
    en: 'Something here could not be confirmed as coming from those who deal with your report, so it is not shown. Those who run Candour will be told, without your reference number.',
    cy: 'Mae rhywbeth yma na ellid cadarnhau ei fod wedi dod oddi wrth y rhai sy’n delio â’ch adroddiad, felly nid yw’n cael ei ddangos. Bydd y rhai sy’n rhedeg Candour yn cael gwybod, heb gael eich rhif cyfeirnod.',
  },
  'comeBack.setAside': {
    en: 'Something here could not be read, and those who deal with your report have set it aside. If it was yours, please write it again. If it was theirs, they can write it again.',
    cy: 'Nid oedd modd darllen rhywbeth yma, ac mae’r rhai sy’n delio â’ch adroddiad wedi’i roi o’r neilltu. Os chi a’i hysgrifennodd, ysgrifennwch ef eto. Os nhw a’i hysgrifennodd, gallant ei ysgrifennu eto.',
  },
  'comeBack.notHere': {
    en: 'If there are messages, they cannot be shown on this card just now. To see them, choose “Look again”.',
    cy: 'Ni ellir dangos unrhyw negeseuon ar y cerdyn hwn ar hyn o bryd. I’w gweld, dewiswch “Edrych eto”.',
  },
  'comeBack.again': { en: 'Look again', cy: 'Edrych eto' },
  'comeBack.earlier': { en: 'Earlier messages', cy: 'Negeseuon cynharach' },
  'comeBack.later': { en: 'Later messages', cy: 'Negeseuon diweddarach' },
  'comeBack.followUp': { en: 'Answer, or add to your report', cy: 'Ateb, neu ychwanegu at eich adroddiad' },
  'comeBack.add': { en: 'Send', cy: 'Anfon' },
  'comeBack.nothing': { en: 'Nothing to add', cy: 'Dim byd i’w ychwanegu' },
  'comeBack.marks': { en: 'Do any of these apply?', cy: 'A yw unrhyw un o’r rhain yn wir?' },
  'comeBack.markRisk': { en: 'Someone is at risk now', cy: 'Mae rhywun mewn perygl nawr' },
  'comeBack.markWorse': {
    en: 'I have been treated worse because I reported',
    cy: 'Rwyf wedi cael fy nhrin yn waeth am i mi roi gwybod',
  },
  'comeBack.markUnit': {
    en: 'It is or may be about someone in the Anti-Corruption Unit or the Professional Standards Department, or about the Chief Constable or another senior officer',
    cy: 'Mae’n ymwneud, neu gall ymwneud, â rhywun yn yr Uned Wrthlygredd neu’r Adran Safonau Proffesiynol, neu â’r Prif Gwnstabl neu uwch-swyddog arall',
  },
  'comeBack.riskDoes': {
    en: 'An urgent alert is sent at once, so its time shows about when you wrote.',
    cy: 'Anfonir rhybudd brys ar unwaith, felly mae ei amser yn dangos yn fras pryd yr ysgrifennoch.',
  },
  'comeBack.worseDoes': {
    en: 'Those who deal with your report look at that too.',
    cy: 'Bydd y rhai sy’n delio â’ch adroddiad yn edrych ar hynny hefyd.',
  },
  'comeBack.unitDoes': {
    en: 'What you write goes to {reserve}, outside the unit, and the unit is told nothing of it.',
    cy: 'Bydd yr hyn a ysgrifennwch yng ngofal {reserve}, y tu allan i’r uned, ac ni chaiff yr uned wybod dim amdano.',
  },
  'comeBack.unitShort': {
    en: 'If it may be about one of these people, Candour takes it at the moment if your report is already with {reserve}. Otherwise, please tell one of these services outside Candour.',
    cy: 'Os gall ymwneud ag un o’r bobl hyn, mae Candour yn ei dderbyn ar hyn o bryd os yw eich adroddiad eisoes yng ngofal {reserve}. Fel arall, dywedwch wrth un o’r gwasanaethau hyn y tu allan i Candour, os gwelwch yn dda.',
  },
  'comeBack.draftHeading': { en: 'Your report is not sent yet', cy: 'Nid yw eich adroddiad wedi’i anfon eto' },
  'comeBack.draft': {
    en: 'What you wrote is kept until {day} and then deleted. You can carry on with it now.',
    cy: 'Caiff yr hyn rydych wedi’i ysgrifennu ei gadw tan {day} ac yna ei ddileu. Gallwch fynd ymlaen ag ef nawr.',
  },
  'comeBack.resume': { en: 'Carry on with it', cy: 'Mynd ymlaen ag ef' },
  'comeBack.discard': { en: 'Delete it', cy: 'Dileu’r drafft' },
  'comeBack.addedHeading': { en: 'What you sent is saved', cy: 'Mae’r hyn a anfonoch wedi’i gadw' },
  'comeBack.added': {
    en: 'It is kept with your report and sealed in the same way. Those who deal with it will be told that something was added.',
    cy: 'Mae gyda’ch adroddiad, wedi’i selio yn yr un modd. Bydd y rhai sy’n delio ag ef yn cael gwybod bod rhywbeth wedi’i ychwanegu.',
  },
  'comeBack.addedFiles': {
    en: 'Files kept with what you added: {count}.',
    cy: 'Nifer y ffeiliau a gedwir gyda’r hyn a ychwanegoch: {count}.',
  },
  'comeBack.addedFilesOfKinds': {
    en: 'Kept with what you added: {kinds}.',
    cy: 'Wedi’u cadw gyda’r hyn a ychwanegoch: {kinds}.',
  },
  'comeBack.another': { en: 'Add something more', cy: 'Ychwanegu rhywbeth arall' },
  'comeBack.apartHeading': {
    en: 'What you sent is saved outside the unit',
    cy: 'Mae’r hyn a anfonoch wedi’i gadw y tu allan i’r uned',
  },
  'comeBack.apart': {
    en: 'It is a report of its own. Your first report stays where it is, and nothing of this is added to it. Candour has kept nothing about who you are with it.',
    cy: 'Mae’n adroddiad ar wahân. Mae eich adroddiad cyntaf yn aros lle y mae, ac nid oes dim o hyn yn cael ei ychwanegu ato. Nid yw Candour wedi cadw dim gwybodaeth am bwy ydych chi gydag ef.',
  },
  'comeBack.apartCode': {
    en: 'It has a return code of its own, and that is the only way back to it. Please write it down beside the first one.',
    cy: 'Mae ganddo ei god dychwelyd ei hun, a dyna’r unig ffordd yn ôl ato. Ysgrifennwch ef wrth ymyl y cyntaf.',
  },
  'comeBack.apartText': {
    en: 'To be read with report {reference}.',
    cy: 'I’w ddarllen gydag adroddiad {reference}.',
  },
  'comeBack.erasedHeading': { en: 'Your report has been erased', cy: 'Mae eich adroddiad wedi’i ddileu' },
  'comeBack.erased': {
    en: 'On {day} two people decided together, under the force’s rules on how long reports are kept, that it is no longer needed. What you had reported was erased. Backup copies, still sealed, may last until the force deletes them. You can report at any time.',
    cy: 'Ar {day} penderfynodd dau berson gyda’i gilydd, o dan reolau’r heddlu ar ba mor hir y cedwir adroddiadau, nad oes ei angen mwyach. Mae’r hyn yr oeddech wedi rhoi gwybod amdano wedi’i ddileu. Gall copïau wrth gefn, sy’n dal wedi’u selio, barhau nes i’r heddlu eu dileu. Gallwch roi gwybod ar unrhyw adeg.',
  },
  'comeBack.unadded': {
    en: 'What you have just written was not added to it, and is not saved anywhere. It is still shown below.',
    cy: 'Ni chafodd yr hyn rydych newydd ei ysgrifennu ei ychwanegu ato, ac nid yw wedi’i gadw yn unman. Mae i’w weld isod o hyd.',
  },
  'comeBack.carriedOver': {
    en: 'If you start a new report, what you wrote below will be filled in there under “{label}”, and you can change it before you send it.',
    cy: 'Os dechreuwch adroddiad newydd, caiff yr hyn sydd isod ei lenwi yno o dan “{label}”, a gallwch ei newid cyn ei anfon.',
  },
  'comeBack.yourWords': { en: 'What you wrote', cy: 'Yr hyn a ysgrifennoch' },
  'comeBack.report': { en: 'Start a new report', cy: 'Dechrau adroddiad newydd' },
  'comeBack.askDiscardHeading': { en: 'Delete what you wrote?', cy: 'Dileu’r hyn rydych wedi’i ysgrifennu?' },
  'comeBack.askDiscard': {
    en: 'Nothing of it has been sent. Once it is deleted, nobody can bring it back. If you keep it, it stays until {day}.',
    cy: 'Nid oes dim ohono wedi’i anfon. Ar ôl ei ddileu, ni all neb ddod ag ef yn ôl. Os byddwch yn ei gadw, bydd yma tan {day}.',
  },
  'comeBack.delete': { en: 'Yes, delete it', cy: 'Ie, dilëwch ef' },
  'comeBack.keep': { en: 'No, keep it', cy: 'Na, cadwch ef' },
  'comeBack.unsentHeading': {
    en: 'What you wrote here is not sent',
    cy: 'Nid yw’r hyn rydych wedi’i ysgrifennu yma wedi’i anfon',
  },
  'comeBack.unsent': {
    en: 'You can send it, or go on writing. If you leave it, it is not kept anywhere.',
    cy: 'Gallwch ei anfon, neu ddal ati i ysgrifennu. Os byddwch yn ei adael, ni fydd yn cael ei gadw yn unman.',
  },
  'comeBack.write': { en: 'Go on writing', cy: 'Dal ati i ysgrifennu' },
  'comeBack.leave': { en: 'Leave without sending', cy: 'Gadael heb anfon' },
  'comeBack.discardedHeading': { en: 'Deleted', cy: 'Wedi’i ddileu' },
  'comeBack.discarded': {
    en: 'What you wrote is gone and nothing was sent. You can report at any time.',
    cy: 'Mae’r hyn a ysgrifennoch wedi mynd ac nid anfonwyd dim. Gallwch roi gwybod ar unrhyw adeg.',
  },
  'comeBack.filesBelow': {
    en: 'You can add a photo, a PDF or plain text below.',
    cy: 'Gallwch ychwanegu llun, PDF neu destun plaen isod.',
  },
} as const satisfies Words<'comeBack'>;
