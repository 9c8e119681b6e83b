import type { Words } from '../word.ts';

/** Talking with the person who reported, without learning who they are. */
export const caseMessageWords = {
  'talk.heading': { en: 'Messages with the person who reported', cy: 'Negeseuon gyda’r person a roddodd wybod' },
  'talk.summary': {
    en: '{received} received, {sent} sent',
    cy: 'Derbyniwyd: {received}. Anfonwyd: {sent}.',
  },
  'talk.none': { en: 'No messages yet.', cy: 'Dim negeseuon eto.' },
  'talk.openFirst': {
    en: 'Open the report to read the messages and to write. The report holds the key that shows which messages are genuine.',
    cy: 'Agorwch yr adroddiad i ddarllen y negeseuon ac i ysgrifennu. Yn yr adroddiad y mae’r allwedd sy’n dangos pa negeseuon sy’n ddilys.',
  },
  'talk.fromReporter': { en: 'The person who reported', cy: 'Y person a roddodd wybod' },
  'talk.toReporter': { en: 'To the person who reported', cy: 'At y person a roddodd wybod' },
  'talk.nothingToAdd': { en: 'Nothing to add.', cy: 'Dim byd i’w ychwanegu.' },
  'talk.justNow': { en: 'Just now', cy: 'Newydd ei hanfon' },
  'talk.notAgreed': {
    en: 'Messages to people who reported are off until the force’s legal adviser has agreed to such messages. You can still read messages from the person who reported.',
    cy: 'Mae negeseuon at bobl a roddodd wybod wedi’u diffodd nes i gynghorydd cyfreithiol yr heddlu gytuno i anfon negeseuon o’r fath. Gallwch barhau i ddarllen negeseuon gan y person a roddodd wybod.',
  },
  'talk.stopped': {
    en: 'Messages on this case are stopped: the person who reported may be, or may become, a covert human intelligence source (CHIS). Before anything else, speak to the people who authorise such sources.',
    cy: 'Mae negeseuon ar yr achos hwn wedi’u hatal: gall y person a roddodd wybod fod, neu ddod, yn ffynhonnell cudd-wybodaeth ddynol gudd (CHIS). Siaradwch â’r bobl sy’n awdurdodi ffynonellau o’r fath cyn gwneud dim arall.',
  },
  'talk.alarmed': {
    en: 'Something here may have been tampered with, so nothing can be sent from here.',
    cy: 'Efallai fod rhywun wedi ymyrryd â rhywbeth yma, felly ni ellir anfon dim oddi yma.',
  },
  'talk.doubtOurs': {
    en: '{when}: what {who} sent does not open, or is not genuine.',
    cy: '{when}: nid yw’r hyn a anfonodd {who} yn agor, neu nid yw’n ddilys.',
  },
  'talk.doubtTheirs': {
    en: '{when}: something sent with this report’s return code cannot be opened, or is not genuine.',
    cy: '{when}: ni ellir agor rhywbeth a anfonwyd gyda chod dychwelyd yr adroddiad hwn, neu nid yw’n ddilys.',
  },
  'talk.doubtNote': {
    en: '{when}: what {who} wrote does not open. Ask for it to be written again.',
    cy: '{when}: nid yw’r hyn a ysgrifennodd {who} yn agor. Gofynnwch i’r awdur ei ysgrifennu eto.',
  },
  'talk.alarmNotes': {
    en: 'Something that colleagues wrote does not open with the key of the people handling the case.',
    cy: 'Mae geiriau gan gydweithwyr nad ydynt yn agor gydag allwedd y bobl sy’n delio â’r achos.',
  },
  'talk.aside': { en: 'Set it aside', cy: 'Ei roi o’r neilltu' },
  'talk.asideIntro': {
    en: 'You can set it aside, with a reason. It stays in the history. You can then write messages again.',
    cy: 'Gallwch ei roi o’r neilltu, gyda rheswm. Mae’n aros yn yr hanes. Wedyn gallwch ysgrifennu negeseuon eto.',
  },
  'talk.asideByAnother': {
    en: 'A colleague can set it aside. You can then write messages again.',
    cy: 'Gall cydweithiwr ei roi o’r neilltu. Wedyn gallwch ysgrifennu negeseuon eto.',
  },
  'talk.asideCount': {
    en: '{count, plural, one {One message or shared identity was set aside: it did not open, or was not genuine.} other {# messages or shared identities were set aside: they did not open, or were not genuine.}}',
    cy: '{count, plural, one {Cafodd un neges neu hunaniaeth a rannwyd ei rhoi o’r neilltu: nid oedd yn agor, neu nid oedd yn ddilys.} two {Cafodd dwy neges neu hunaniaeth a rannwyd eu rhoi o’r neilltu: nid oeddent yn agor, neu nid oeddent yn ddilys.} other {Cafodd # neges neu hunaniaeth a rannwyd eu rhoi o’r neilltu: nid oeddent yn agor, neu nid oeddent yn ddilys.}}',
  },
  'talk.asideSaved': { en: 'It is set aside.', cy: 'Mae wedi’i roi o’r neilltu.' },
  'talk.reminder': {
    en: 'If you keep asking a colleague questions, you may turn them into a covert source without authorisation. Ask only about what they have already told you.',
    cy: 'Os byddwch yn holi cydweithiwr dro ar ôl tro, gallwch ei droi’n ffynhonnell gudd heb awdurdodiad. Dim ond am yr hyn y mae’r person eisoes wedi’i ddweud wrthych y dylech ofyn.',
  },
  'talk.anonymous': {
    en: 'The person who reported can read the message when they come back with their return code. Nothing is sent to them, and writing to them does not tell you who they are.',
    cy: 'Gall y person a roddodd wybod ddarllen y neges pan ddaw’n ôl gyda’r cod dychwelyd. Ni chaiff dim ei anfon at y person, ac nid yw ysgrifennu ato yn dweud wrthych pwy ydyw.',
  },
  'talk.hubHeading': {
    en: 'Messages with the practitioner who passed on the concern',
    cy: 'Negeseuon gyda’r ymarferydd a drosglwyddodd y pryder',
  },
  'talk.fromPractitioner': { en: 'The practitioner', cy: 'Yr ymarferydd' },
  'talk.toPractitioner': { en: 'To the practitioner', cy: 'At yr ymarferydd' },
  'talk.hubReminder': {
    en: 'Do not ask the practitioner to question the person for us. Ask only about what was already passed on.',
    cy: 'Peidiwch â gofyn i’r ymarferydd holi’r person ar ein rhan. Dim ond am yr hyn a drosglwyddwyd eisoes y dylech ofyn.',
  },
  'talk.hubReader': {
    en: 'The message goes to the practitioner, who reads it when they come back with their code. It does not go to the person. Write only what can safely be read with someone else present.',
    cy: 'Mae’r neges yn mynd at yr ymarferydd, sy’n ei darllen wrth ddod yn ôl gyda’r cod. Nid yw’n mynd at y person. Ysgrifennwch yr hyn y gellir ei ddarllen yn ddiogel yng ngŵydd rhywun arall, a dim mwy.',
  },
  'talk.contactConfirm': {
    en: 'I have read how the person may be contacted, and this message follows it.',
    cy: 'Rwyf wedi darllen sut y gellir cysylltu â’r person, ac mae’r neges hon yn cadw at hynny.',
  },
  'talk.contactNeeded': {
    en: 'Confirm that you have read how the person may be contacted, and that the message keeps to it.',
    cy: 'Cadarnhewch eich bod wedi darllen sut y gellir cysylltu â’r person, a bod y neges yn cadw at hynny.',
  },
  'talk.personInWelsh': {
    en: 'The practitioner wrote in English, and the person uses Welsh. Write in English, and write anything meant for the person in Welsh.',
    cy: 'Ysgrifennodd yr ymarferydd yn Saesneg, ac mae’r person yn defnyddio’r Gymraeg. Ysgrifennwch yn Saesneg, ac ysgrifennwch unrhyw beth sydd i’r person yn Gymraeg.',
  },
  'talk.personInEnglish': {
    en: 'The practitioner wrote in Welsh, and the person uses English. Write in Welsh, and write anything meant for the person in English.',
    cy: 'Ysgrifennodd yr ymarferydd yn Gymraeg, ac mae’r person yn defnyddio’r Saesneg. Ysgrifennwch yn Gymraeg, ac ysgrifennwch unrhyw beth sydd i’r person yn Saesneg.',
  },
  'talk.answerInWelsh': {
    en: 'The report is in Welsh. Answer in Welsh.',
    cy: 'Mae’r adroddiad yn Gymraeg. Atebwch yn Gymraeg.',
  },
  'talk.answerInEnglish': {
    en: 'The report is in English. Answer in English.',
    cy: 'Mae’r adroddiad yn Saesneg. Atebwch yn Saesneg.',
  },
  'talk.reply': { en: 'Start with a standard reply', cy: 'Dechrau gydag ateb parod' },
  'talk.replyHint': {
    en: 'The reply is put into the message, in the language of the report. Read it, change what does not fit, and send it yourself.',
    cy: 'Caiff yr ateb ei roi yn y neges, yn iaith yr adroddiad. Darllenwch ef, newidiwch yr hyn nad yw’n addas, ac anfonwch y neges eich hun.',
  },
  'talk.replyReceived': { en: 'Received and read', cy: 'Wedi dod i law ac wedi’i ddarllen' },
  'talk.replyWhereOrWhen': { en: 'A question: where or when', cy: 'Cwestiwn: ble neu bryd' },
  'talk.replyActed': { en: 'Finished: something has been done', cy: 'Wedi gorffen: mae rhywbeth wedi’i wneud' },
  'talk.replyNothingFound': { en: 'Finished: nothing more to do', cy: 'Wedi gorffen: dim mwy i’w wneud' },
  'talk.replyKept': { en: 'Finished: kept for now', cy: 'Wedi gorffen: yn cael ei gadw am y tro' },
  'talk.replyPassedOn': { en: 'Finished here: passed on', cy: 'Wedi gorffen yma: wedi’i drosglwyddo' },
  'talk.replyPut': {
    en: 'The reply is in the message. Nothing was sent.',
    cy: 'Mae’r ateb yn y neges. Nid anfonwyd dim.',
  },
  'talk.replyReplaces': {
    en: 'This reply would replace what you typed.',
    cy: 'Byddai’r ateb hwn yn cymryd lle’r hyn a deipioch.',
  },
  'talk.replyReplace': { en: 'Use the reply instead', cy: 'Defnyddio’r ateb yn lle hynny' },
  'talk.replyKeep': { en: 'Keep what I typed', cy: 'Cadw’r hyn a deipiais' },
  'talk.text': { en: 'Message', cy: 'Neges' },
  'talk.textNeeded': { en: 'Write the message.', cy: 'Ysgrifennwch y neges.' },
  'talk.confirm': {
    en: 'I am not asking this person to find anything out.',
    cy: 'Nid wyf yn gofyn i’r person hwn ganfod dim.',
  },
  'talk.confirmNeeded': {
    en: 'Confirm that you are not asking this person to find anything out.',
    cy: 'Cadarnhewch nad ydych yn gofyn i’r person hwn ganfod dim.',
  },
  'talk.send': { en: 'Send the message', cy: 'Anfon y neges' },
  'talk.sent': {
    en: 'The message is saved. The person who reported will see it when they come back.',
    cy: 'Mae’r neges wedi’i chadw. Bydd y person a roddodd wybod yn ei gweld pan ddaw’n ôl.',
  },
  'talk.newFirst': {
    en: 'The person who reported has written since you opened the report. Open it again and read what is new before you write.',
    cy: 'Mae’r person a roddodd wybod wedi ysgrifennu ers i chi agor yr adroddiad. Agorwch ef eto a darllenwch yr hyn sy’n newydd cyn ysgrifennu.',
  },
  'talk.detrimentHeading': {
    en: 'Was the person who reported treated worse?',
    cy: 'A gafodd y person a roddodd wybod ei drin yn waeth?',
  },
  'talk.detrimentDue': {
    en: 'Ask from {day}, {months, plural, one {one month} other {# months}} after closing',
    cy: 'Gofyn o {day} ymlaen, {months, plural, one {un mis} two {deufis} few {tri mis} many {chwe mis} other {# mis}} ar ôl cau',
  },
  'talk.detrimentIntro': {
    en: 'People who report are sometimes treated worse because they did. The question below asks about that and nothing else, in words that you cannot change. The person who reported reads it with their return code.',
    cy: 'Weithiau caiff pobl eu trin yn waeth am iddynt roi gwybod. Mae’r cwestiwn isod yn gofyn am hynny a dim arall, mewn geiriau na allwch eu newid. Bydd y person a roddodd wybod yn ei ddarllen gyda’r cod dychwelyd.',
  },
  'talk.detrimentNotYet': {
    en: 'You can ask from {day}.',
    cy: 'Gallwch ofyn o {day} ymlaen.',
  },
  'talk.detrimentSend': { en: 'Ask the question', cy: 'Gofyn y cwestiwn' },
  'talk.detrimentSent': {
    en: 'The question is saved. The person who reported will see it when they come back.',
    cy: 'Mae’r cwestiwn wedi’i gadw. Bydd y person a roddodd wybod yn ei weld pan ddaw’n ôl.',
  },
  'talk.detrimentLeaveIntro': {
    en: 'If you have asked them in another way, or if asking could put them at risk, say why you are not asking this time.',
    cy: 'Os ydych wedi gofyn mewn ffordd arall, neu os gallai gofyn roi’r person mewn perygl, dywedwch pam nad ydych yn gofyn y tro hwn.',
  },
  'talk.detrimentLeave': { en: 'Do not ask this time', cy: 'Peidio â gofyn y tro hwn' },
  'talk.detrimentLeft': {
    en: 'Your reason for not asking this time is saved.',
    cy: 'Mae eich rheswm dros beidio â gofyn y tro hwn wedi’i gadw.',
  },
  'talk.stopHeading': { en: 'Possible CHIS', cy: 'CHIS posibl' },
  'talk.stopIntro': {
    en: 'If the person who reported may be, or may become, a covert human intelligence source, stop the messages. Nobody can then write to them from here.',
    cy: 'Os gall y person a roddodd wybod fod, neu ddod, yn ffynhonnell cudd-wybodaeth ddynol gudd, ataliwch y negeseuon. Ni all neb ysgrifennu at y person oddi yma wedyn.',
  },
  'talk.stop': { en: 'Stop the messages', cy: 'Atal y negeseuon' },
  'talk.stopSaved': { en: 'The messages are stopped.', cy: 'Mae’r negeseuon wedi’u hatal.' },
  'talk.resumeIntro': {
    en: 'Allow messages again only if the people who authorise covert sources have agreed. Say who agreed, and when.',
    cy: 'Peidiwch â chaniatáu negeseuon eto oni bai bod y bobl sy’n awdurdodi ffynonellau cudd wedi cytuno. Dywedwch pwy a gytunodd, a phryd.',
  },
  'talk.resume': { en: 'Allow messages again', cy: 'Caniatáu negeseuon eto' },
  'talk.resumed': { en: 'Messages are allowed again.', cy: 'Caniateir negeseuon eto.' },
  'talk.earlier': { en: 'Show earlier messages', cy: 'Dangos negeseuon cynharach' },
  'talk.shown': {
    en: '{count, plural, one {# message is shown.} other {# messages are shown.}}',
    cy: '{count, plural, one {Dangosir # neges.} two {Dangosir # neges.} few {Dangosir # neges.} many {Dangosir # neges.} other {Dangosir # neges.}}',
  },
} as const satisfies Words<'talk'>;
