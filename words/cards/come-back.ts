import type { Words } from '../word.ts';

/** The cards of somebody who comes back with a code. */
export const comeBackWords = {
  'comeBack.enterIntro': {
    en: 'Type the return code that you wrote down: the eleven words, in English or Welsh, or the letters and digits. Spaces, hyphens and capital letters do not matter.',
    cy: 'Teipiwch y cod dychwelyd a nodoch: un gair ar ddeg, yn Gymraeg neu yn Saesneg, neu’r llythrennau a’r digidau. Nid oes ots am fylchau, cysylltnodau na phriflythrennau.',
  },
  'comeBack.code': { en: 'Return code', cy: 'Cod dychwelyd' },
  'comeBack.caseHeading': { en: 'Your report', cy: 'Eich adroddiad' },
  'comeBack.askedHeading': { en: 'There is a question for you', cy: 'Mae cwestiwn i chi' },
  'comeBack.writtenHeading': { en: 'There is a message for you', cy: 'Mae neges i chi' },
  'comeBack.receivedOn': { en: 'We received your report on {day}.', cy: 'Daeth eich adroddiad i law ar {day}.' },
  'comeBack.identityOpened': {
    en: 'Your name is encrypted with this report. An identity custodian opened your name on {day}.',
    cy: 'Mae eich enw wedi’i amgryptio gyda’r adroddiad hwn. Agorodd ceidwad hunaniaeth eich enw ar {day}.',
  },
  'comeBack.notReadBack': {
    en: 'What you reported is not shown here, so that nobody who finds the code can read it.',
    cy: 'Nid yw’r hyn y rhoesoch wybod amdano i’w weld yma, fel na all neb sy’n dod o hyd i’r cod ei ddarllen.',
  },
  'comeBack.standsHeading': { en: 'Progress', cy: 'Y sefyllfa' },
  'comeBack.statusReceived': {
    en: 'Received. It is waiting for someone to confirm that it has arrived.',
    cy: 'Wedi dod i law. Mae’n aros i rywun gadarnhau ei fod wedi cyrraedd.',
  },
  'comeBack.statusAcknowledged': {
    en: 'The people handling your report have confirmed that they have it.',
    cy: 'Mae’r bobl sy’n delio â’ch adroddiad wedi cadarnhau ei fod wedi dod i law.',
  },
  'comeBack.statusTriaged': {
    en: 'The people handling your report have read and assessed it.',
    cy: 'Mae’r bobl sy’n delio â’ch adroddiad wedi’i ddarllen a’i asesu.',
  },
  'comeBack.statusInProgress': { en: 'Your report is being dealt with.', cy: 'Mae rhywun yn delio â’ch adroddiad.' },
  'comeBack.statusAwaitingReporter': { en: 'Waiting to hear from you.', cy: 'Yn aros i glywed gennych chi.' },
  'comeBack.statusClosed': { en: 'Your report is closed.', cy: 'Mae eich adroddiad wedi’i gau.' },
  'comeBack.statusReopened': { en: 'Your report was reopened.', cy: 'Cafodd eich adroddiad ei ailagor.' },
  'comeBack.followUps': {
    en: '{count, plural, =0 {You have not added to your report so far.} one {You have added to your report once.} =2 {You have added to your report twice.} other {You have added to your report # times.}}',
    cy: '{count, plural, =0 {Nid ydych wedi ychwanegu dim at eich adroddiad hyd yma.} one {Rydych wedi ychwanegu at eich adroddiad unwaith.} two {Rydych wedi ychwanegu at eich adroddiad ddwywaith.} few {Rydych wedi ychwanegu at eich adroddiad deirgwaith.} other {Rydych wedi ychwanegu at eich adroddiad # gwaith.}}',
  },
  'comeBack.nextReceived': {
    en: 'Next, someone should confirm{day, select, none {} other { by {day}}} that they have your report.',
    cy: '{day, select, none {Nesaf, dylai} other {Nesaf, erbyn {day}, dylai}} rhywun gadarnhau bod eich adroddiad wedi dod i law.',
  },
  'comeBack.nextAcknowledged': {
    en: 'Next, they should read and assess your report{day, select, none {} other {, by {day}}}.',
    cy: 'Nesaf, dylent ddarllen ac asesu eich adroddiad{day, select, none {} other {, erbyn {day}}}.',
  },
  'comeBack.nextUpdate': {
    en: 'Next, you should see an update here{day, select, none {} other {, by {day}}}.',
    cy: 'Nesaf, dylech weld diweddariad yma{day, select, none {} other {, erbyn {day}}}.',
  },
  'comeBack.nextAnswer': {
    en: 'The people handling your report are waiting for your answer. You do not have to answer.',
    cy: 'Mae’r bobl sy’n delio â’ch adroddiad yn aros am eich ateb. Nid oes rhaid i chi ateb.',
  },
  'comeBack.nextNoQuestion': {
    en: 'There is no question for you here. If you have something to add, you can write it below.',
    cy: 'Nid oes cwestiwn i chi yma. Os oes gennych rywbeth i’w ychwanegu, gallwch ei ysgrifennu isod.',
  },
  'comeBack.canAnswer': {
    en: 'The people handling your report have written to you. You can answer, but you do not have to.',
    cy: 'Mae’r bobl sy’n delio â’ch adroddiad wedi ysgrifennu atoch. Gallwch ateb, ond nid oes rhaid i chi.',
  },
  'comeBack.answeredHeading': { en: 'There is an answer for you', cy: 'Mae ateb i chi' },
  'comeBack.answered': {
    en: 'When your report was closed, the people handling it left this answer',
    cy: 'Pan gaewyd eich adroddiad, gadawodd y bobl a fu’n delio ag ef yr ateb hwn',
  },
  'comeBack.nextWorse': {
    en: 'From {day} we may ask you here whether you have been treated worse because you reported. You do not have to wait: you can tell us at any time.',
    cy: 'O {day} ymlaen, efallai y byddwn yn gofyn i chi yma a oes rhywun wedi eich trin yn waeth am i chi roi gwybod. Nid oes rhaid i chi aros: gallwch ddweud wrthym ar unrhyw adeg.',
  },
  'comeBack.canAnswerClosed': {
    en: 'There is a question for you. You do not have to answer it.',
    cy: 'Mae cwestiwn i chi. Nid oes rhaid i chi ei ateb.',
  },
  'comeBack.notWorse': { en: 'No, not treated worse', cy: 'Nac oes, ddim yn waeth' },
  'comeBack.notWorseText': {
    en: 'No, I was not treated worse because I reported.',
    cy: 'Nac oes, ni chefais fy nhrin yn waeth am i mi roi gwybod.',
  },
  'comeBack.addedWorse': {
    en: 'The people handling your report will also look at how you have been treated. The guidance on what protects you says what else you can do.',
    cy: 'Bydd y bobl sy’n delio â’ch adroddiad hefyd yn edrych ar sut y cawsoch eich trin. Mae’r canllawiau ar yr hyn sy’n eich amddiffyn yn dweud beth arall y gallwch ei wneud.',
  },
  'comeBack.nextClosed': {
    en: 'Nothing more is planned. If you write, the case will be reopened for review.',
    cy: 'Nid oes dim mwy wedi’i gynllunio. Os byddwch yn ysgrifennu, caiff yr achos ei ailagor i’w adolygu.',
  },
  'comeBack.closedCanWrite': {
    en: 'If you write, the case will be reopened for review.',
    cy: 'Os byddwch yn ysgrifennu, caiff yr achos ei ailagor i’w adolygu.',
  },
  'comeBack.late': {
    en: 'That day has passed, so this is late. The people handling your report can see that too.',
    cy: 'Mae’r diwrnod hwnnw wedi mynd heibio, felly mae hyn yn hwyr. Gall y bobl sy’n delio â’ch adroddiad weld hynny hefyd.',
  },
  'comeBack.nobodyNudges': {
    en: 'Candour will not contact you about your report, so no message draws attention to you. Check back here with your code.',
    cy: 'Ni fydd Candour yn cysylltu â chi ynghylch eich adroddiad, felly ni fydd neges yn tynnu sylw atoch. Dewch yn ôl yma gyda’ch cod.',
  },
  'comeBack.noLooking': {
    en: 'Do not look for more, or look anything up for us. You do not have to prove anything.',
    cy: 'Peidiwch â chwilio am fwy, na chwilio am unrhyw beth ar ein rhan. Nid oes rhaid i chi brofi dim.',
  },
  'comeBack.messagesHeading': { en: 'Messages', cy: 'Negeseuon' },
  'comeBack.messagesPage': {
    en: 'Page {page} of {of}, the newest first.',
    cy: 'Tudalen {page} o {of}, y diweddaraf yn gyntaf.',
  },
  'comeBack.theyWrote': {
    en: 'On {day}, the people handling your report wrote',
    cy: 'Ar {day}, ysgrifennodd y bobl sy’n delio â’ch adroddiad',
  },
  'comeBack.youWrote': { en: 'On {day}, you wrote', cy: 'Ar {day}, ysgrifennoch chi' },
  'comeBack.continued': { en: '{heading} (continued)', cy: '{heading} (parhad)' },
  'comeBack.yoursSealed': {
    en: 'What you wrote is not shown here: only the people handling your report can open it.',
    cy: 'Nid yw’r hyn a ysgrifennoch i’w weld yma: dim ond y bobl sy’n delio â’ch adroddiad a all ei agor.',
  },
  'comeBack.doubtful': {
    en: 'Something here may not be from the people handling your report, so it is not shown. Candour’s operators will be told, without your reference number.',
    cy: 'Efallai nad y bobl sy’n delio â’ch adroddiad a anfonodd rhywbeth sydd yma, felly nid yw’n cael ei ddangos. Bydd gweithredwyr Candour yn cael gwybod, heb eich rhif cyfeirnod.',
  },
  'comeBack.setAside': {
    en: 'Something here could not be read, and the people handling your report have set it aside. If you wrote it, write it again. If they wrote it, they can write it again.',
    cy: 'Nid oedd modd darllen rhywbeth yma, ac mae’r bobl sy’n delio â’ch adroddiad wedi’i roi o’r neilltu. Os chi a’i hysgrifennodd, ysgrifennwch ef eto. Os nhw a’i hysgrifennodd, gallant ei ysgrifennu eto.',
  },
  'comeBack.notHere': {
    en: 'Messages cannot be shown on this card at the moment. To see whether there are any, choose “Check again”.',
    cy: 'Ni ellir dangos negeseuon ar y cerdyn hwn ar hyn o bryd. I weld a oes rhai, dewiswch “Gwirio eto”.',
  },
  'comeBack.again': { en: 'Check again', cy: 'Gwirio eto' },
  'comeBack.earlier': { en: 'Earlier messages', cy: 'Negeseuon cynharach' },
  'comeBack.later': { en: 'Later messages', cy: 'Negeseuon diweddarach' },
  'comeBack.followUp': { en: 'Answer, or add to your report', cy: 'Ateb, neu ychwanegu at eich adroddiad' },
  'comeBack.add': { en: 'Send', cy: 'Anfon' },
  'comeBack.nothing': { en: 'Nothing to add', cy: 'Dim byd i’w ychwanegu' },
  'comeBack.marks': { en: 'Do any of these apply?', cy: 'A yw unrhyw un o’r rhain yn berthnasol?' },
  'comeBack.markRisk': { en: 'Someone is at risk now', cy: 'Mae rhywun mewn perygl nawr' },
  'comeBack.markWorse': {
    en: 'I have been treated worse because I reported',
    cy: 'Rwyf wedi cael fy nhrin yn waeth am i mi roi gwybod',
  },
  'comeBack.markUnit': {
    en: 'It is, or could be, about someone in the Anti-Corruption Unit or the Professional Standards Department, or about the Chief Constable or another senior officer',
    cy: 'Mae’n ymwneud, neu gallai ymwneud, â rhywun yn yr Uned Wrthlygredd neu’r Adran Safonau Proffesiynol, neu â’r Prif Gwnstabl neu uwch-swyddog arall',
  },
  'comeBack.riskDoes': {
    en: 'An urgent alert is sent straight away, so its time shows roughly when you wrote.',
    cy: 'Anfonir rhybudd brys ar unwaith, felly mae ei amser yn dangos yn fras pryd yr ysgrifennoch.',
  },
  'comeBack.worseDoes': {
    en: 'The people handling your report will look at that too.',
    cy: 'Bydd y bobl sy’n delio â’ch adroddiad yn edrych ar hynny hefyd.',
  },
  'comeBack.unitDoes': {
    en: 'What you write goes to {reserve}, outside the unit, and the unit is not told.',
    cy: 'Bydd yr hyn a ysgrifennwch yng ngofal {reserve}, y tu allan i’r uned, ac ni chaiff yr uned wybod.',
  },
  'comeBack.unitShort': {
    en: 'At the moment, Candour can accept something about the Anti-Corruption Unit, the Professional Standards Department or a senior officer if your report is already with {reserve}. If it is not, tell one of these services outside Candour.',
    cy: 'Ar hyn o bryd, gall Candour dderbyn rhywbeth am yr Uned Wrthlygredd, yr Adran Safonau Proffesiynol neu uwch-swyddog os yw eich adroddiad eisoes yng ngofal {reserve}. Os nad yw, dywedwch wrth un o’r gwasanaethau hyn y tu allan i Candour.',
  },
  'comeBack.draftHeading': { en: 'Your report has not been sent yet', cy: 'Nid yw eich adroddiad wedi’i anfon eto' },
  'comeBack.draft': {
    en: 'What you wrote is kept until {day} and then deleted. You can continue now.',
    cy: 'Caiff yr hyn a ysgrifennoch ei gadw tan {day} ac yna ei ddileu. Gallwch barhau nawr.',
  },
  'comeBack.resume': { en: 'Continue the report', cy: 'Parhau â’r adroddiad' },
  'comeBack.discard': { en: 'Delete the draft', cy: 'Dileu’r drafft' },
  'comeBack.addedHeading': { en: 'What you sent is saved', cy: 'Mae’r hyn a anfonoch wedi’i gadw' },
  'comeBack.added': {
    en: 'It is kept with your report and encrypted in the same way. The people handling your report will be told that something was added.',
    cy: 'Mae wedi’i gadw gyda’ch adroddiad a’i amgryptio yn yr un modd. Bydd y bobl sy’n delio â’ch adroddiad yn cael gwybod bod rhywbeth wedi’i ychwanegu.',
  },
  'comeBack.addedFiles': {
    en: 'Files kept with what you added: {count}.',
    cy: 'Nifer y ffeiliau a gedwir gyda’r hyn a ychwanegoch: {count}.',
  },
  'comeBack.addedFilesOfKinds': {
    en: 'Kept with what you added: {kinds}.',
    cy: 'Cedwir gyda’r hyn a ychwanegoch: {kinds}.',
  },
  'comeBack.another': { en: 'Add something else', cy: 'Ychwanegu rhywbeth arall' },
  'comeBack.apartHeading': {
    en: 'What you sent is saved outside the unit',
    cy: 'Mae’r hyn a anfonoch wedi’i gadw y tu allan i’r uned',
  },
  'comeBack.apart': {
    en: 'This is a separate report. Your first report stays where it is, and what you have just written is not added to it. With this separate report, Candour has kept nothing about who you are.',
    cy: 'Adroddiad ar wahân yw hwn. Mae eich adroddiad cyntaf yn aros lle y mae, ac nid yw’r hyn rydych newydd ei ysgrifennu yn cael ei ychwanegu ato. Gyda’r adroddiad ar wahân hwn, nid yw Candour wedi cadw dim gwybodaeth am bwy ydych chi.',
  },
  'comeBack.apartCode': {
    en: 'This report has its own return code, and that is the only way back to it. Write it down next to the first one.',
    cy: 'Mae gan yr adroddiad hwn ei god dychwelyd ei hun, a dyna’r unig ffordd yn ôl ato. Ysgrifennwch ef wrth ymyl y cyntaf.',
  },
  'comeBack.apartText': {
    en: 'Read this with report {reference}.',
    cy: 'Darllenwch hwn gydag adroddiad {reference}.',
  },
  'comeBack.erasedHeading': { en: 'Your report has been erased', cy: 'Mae eich adroddiad wedi’i ddileu' },
  'comeBack.erased': {
    en: 'Your report was erased on {day}. Two people decided together that it was no longer needed, under the force’s rules on how long reports are kept. Encrypted backup copies may last until the force deletes them. You can make a new report at any time.',
    cy: 'Cafodd eich adroddiad ei ddileu ar {day}. Penderfynodd dau berson gyda’i gilydd nad oedd ei angen mwyach, o dan reolau’r heddlu ar ba mor hir y cedwir adroddiadau. Gall copïau wrth gefn, wedi’u hamgryptio, barhau nes i’r heddlu eu dileu. Gallwch wneud adroddiad newydd ar unrhyw adeg.',
  },
  'comeBack.unadded': {
    en: 'What you have just written was not added to your report, and is not saved anywhere. You can still see it below.',
    cy: 'Ni chafodd yr hyn rydych newydd ei ysgrifennu ei ychwanegu at eich adroddiad, ac nid yw wedi’i gadw yn unman. Mae i’w weld isod o hyd.',
  },
  'comeBack.carriedOver': {
    en: 'If you start a new report, the text below will be filled in under “{label}”. You can change it before you send it.',
    cy: 'Os dechreuwch adroddiad newydd, caiff y testun isod ei roi o dan “{label}”. Gallwch ei newid cyn ei anfon.',
  },
  'comeBack.yourWords': { en: 'What you wrote', cy: 'Yr hyn a ysgrifennoch' },
  'comeBack.report': { en: 'Start a new report', cy: 'Dechrau adroddiad newydd' },
  'comeBack.askDiscardHeading': { en: 'Delete the draft?', cy: 'Dileu’r drafft?' },
  'comeBack.askDiscard': {
    en: 'You have not sent this draft. If you delete it, nobody can get it back. If you keep it, it stays until {day}.',
    cy: 'Nid ydych wedi anfon y drafft hwn. Os dilëwch ef, ni all neb ei gael yn ôl. Os cadwch ef, bydd yma tan {day}.',
  },
  'comeBack.delete': { en: 'Yes, delete it', cy: 'Ie, dilëwch ef' },
  'comeBack.keep': { en: 'No, keep it', cy: 'Na, cadwch ef' },
  'comeBack.unsentHeading': {
    en: 'You have not sent what you wrote here',
    cy: 'Nid ydych wedi anfon yr hyn a ysgrifennoch yma',
  },
  'comeBack.unsent': {
    en: 'You can send it, or keep writing. If you leave without sending, it is not saved anywhere.',
    cy: 'Gallwch ei anfon, neu barhau i ysgrifennu. Os byddwch yn gadael heb anfon, ni fydd yn cael ei gadw yn unman.',
  },
  'comeBack.write': { en: 'Keep writing', cy: 'Parhau i ysgrifennu' },
  'comeBack.leave': { en: 'Leave without sending', cy: 'Gadael heb anfon' },
  'comeBack.discardedHeading': { en: 'The draft is deleted', cy: 'Mae’r drafft wedi’i ddileu' },
  'comeBack.discarded': {
    en: 'What you wrote has been deleted and nothing was sent. You can report at any time.',
    cy: 'Mae’r hyn a ysgrifennoch wedi’i ddileu ac nid anfonwyd dim. Gallwch roi gwybod ar unrhyw adeg.',
  },
  'comeBack.filesBelow': {
    en: 'You can add photos, documents, voice notes or videos below.',
    cy: 'Gallwch ychwanegu lluniau, dogfennau, negeseuon llais neu fideos isod.',
  },
} as const satisfies Words<'comeBack'>;
