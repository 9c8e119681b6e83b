import type { Words } from '../word.ts';

/** Talking with the person who reported, without learning who they are. */
export const caseMessageWords = {
  'talk.heading': { en: 'Messages with the person who reported', cy: 'Negeseuon gyda’r sawl a roddodd wybod' },
  'talk.summary': {
    en: '{received} received, {sent} sent',
    cy: 'Derbyniwyd: {received}. Anfonwyd: {sent}.',
  },
  'talk.none': { en: 'No messages yet.', cy: 'Dim negeseuon eto.' },
  'talk.openFirst': {
    en: 'Open the report to read the messages and to write. Its key shows which messages are genuine.',
    cy: 'Agorwch yr adroddiad i ddarllen y negeseuon ac i ysgrifennu. Mae ei allwedd yn dangos pa negeseuon sy’n ddilys.',
  },
  'talk.fromReporter': { en: 'The person who reported', cy: 'Y sawl a roddodd wybod' },
  'talk.toReporter': { en: 'To the person who reported', cy: 'At y sawl a roddodd wybod' },
  'talk.nothingToAdd': { en: 'Nothing to add.', cy: 'Dim byd i’w ychwanegu.' },
  'talk.justNow': { en: 'Just now', cy: 'Newydd ei hanfon' },
  'talk.notAgreed': {
    en: 'Messages to people who reported are off until the force’s legal adviser has agreed to them. What they write can be read.',
    cy: 'Mae negeseuon at bobl a roddodd wybod wedi’u diffodd nes i gynghorydd cyfreithiol yr heddlu gytuno iddynt. Gellir darllen yr hyn y maent yn ei ysgrifennu.',
  },
  'talk.stopped': {
    en: 'Messages on this case are stopped: the person who reported may be, or may become, a covert human intelligence source (CHIS). Speak to those who authorise such sources before anything else.',
    cy: 'Mae negeseuon ar yr achos hwn wedi’u hatal: gall y sawl a roddodd wybod fod, neu ddod, yn ffynhonnell cudd-wybodaeth ddynol gudd (CHIS). Siaradwch â’r rhai sy’n awdurdodi ffynonellau o’r fath cyn gwneud dim arall.',
  },
  'talk.alarmed': {
    en: 'Something here does not match what was written, so nothing can be sent from here.',
    cy: 'Mae rhywbeth yma nad yw fel y’i hysgrifennwyd, felly ni ellir anfon dim oddi yma.',
  },
  'talk.doubtOurs': {
    en: '{when}: what {who} sent does not open, or is not genuine.',
    cy: '{when}: nid yw’r hyn a anfonodd {who} yn agor, neu nid yw’n ddilys.',
  },
  'talk.doubtTheirs': {
    en: '{when}: what came with the return code of this report does not open, or is not genuine.',
    cy: '{when}: nid yw’r hyn a ddaeth gyda chod dychwelyd yr adroddiad hwn yn agor, neu nid yw’n ddilys.',
  },
  'talk.doubtNote': {
    en: '{when}: what {who} wrote does not open. Ask for it to be written again.',
    cy: '{when}: nid yw’r hyn a ysgrifennodd {who} yn agor. Gofynnwch iddo gael ei ysgrifennu eto.',
  },
  'talk.alarmNotes': {
    en: 'Some words of colleagues do not open with the key of those who handle the case.',
    cy: 'Mae geiriau gan gydweithwyr nad ydynt yn agor gydag allwedd y rhai sy’n delio â’r achos.',
  },
  'talk.aside': { en: 'Set it aside', cy: 'Ei roi o’r neilltu' },
  'talk.asideIntro': {
    en: 'You can set it aside with a reason. It stays in the history, and messages can be written again.',
    cy: 'Gallwch ei roi o’r neilltu gyda rheswm. Mae’n aros yn yr hanes, a gellir ysgrifennu negeseuon eto.',
  },
  'talk.asideByAnother': {
    en: 'A colleague can set it aside, so that messages can be written again.',
    cy: 'Gall cydweithiwr ei roi o’r neilltu, fel y gellir ysgrifennu negeseuon eto.',
  },
  'talk.asideCount': {
    en: '{count, plural, one {One message or shared identity was set aside: it did not open, or was not genuine.} other {# messages or shared identities were set aside: they did not open, or were not genuine.}}',
    cy: '{count, plural, one {Cafodd un neges neu hunaniaeth a rannwyd ei rhoi o’r neilltu: nid oedd yn agor, neu nid oedd yn ddilys.} two {Cafodd dwy neges neu hunaniaeth a rannwyd eu rhoi o’r neilltu: nid oeddent yn agor, neu nid oeddent yn ddilys.} other {Cafodd # neges neu hunaniaeth a rannwyd eu rhoi o’r neilltu: nid oeddent yn agor, neu nid oeddent yn ddilys.}}',
  },
  'talk.asideSaved': { en: 'It is set aside.', cy: 'Mae wedi’i roi o’r neilltu.' },
  'talk.reminder': {
    en: 'Asking a colleague again and again can turn them into a source without authority. Ask only about what they have already told you.',
    cy: 'Gall cwestiynau a ofynnir dro ar ôl tro wneud cydweithiwr yn ffynhonnell heb awdurdod. Dim ond am yr hyn y mae’r person eisoes wedi’i ddweud wrthych y dylech ofyn.',
  },
  'talk.anonymous': {
    en: 'They can read it when they come back with their code. They are sent nothing, and nothing tells you who they are.',
    cy: 'Gall y person ddarllen y neges pan ddaw’n ôl gyda’r cod. Nid oes dim yn cael ei anfon at y person, ac nid oes dim yn dweud wrthych pwy ydyw.',
  },
  'talk.hubHeading': {
    en: 'Messages with the practitioner who passed it on',
    cy: 'Negeseuon gyda’r ymarferydd a’i trosglwyddodd',
  },
  'talk.fromPractitioner': { en: 'The practitioner', cy: 'Yr ymarferydd' },
  'talk.toPractitioner': { en: 'To the practitioner', cy: 'At yr ymarferydd' },
  'talk.hubReminder': {
    en: 'Do not ask the practitioner to question the person for us. Ask only about what was passed on already.',
    cy: 'Peidiwch â gofyn i’r ymarferydd holi’r person ar ein rhan. Dim ond am yr hyn a drosglwyddwyd eisoes y dylech ofyn.',
  },
  'talk.hubReader': {
    en: 'The message goes to the practitioner, who reads it when they come back with their code. It does not go to the person. Write what may safely be read beside somebody else.',
    cy: 'Mae’r neges yn mynd at yr ymarferydd, sy’n ei darllen wrth ddod yn ôl gyda’r cod. Nid yw’n mynd at y person. Ysgrifennwch yr hyn y gellir ei ddarllen yn ddiogel yng ngŵydd rhywun arall.',
  },
  'talk.contactConfirm': {
    en: 'I have read how the person may be contacted, and this message keeps to it.',
    cy: 'Rwyf wedi darllen sut y gellir cysylltu â’r person, ac mae’r neges hon yn cadw at hynny.',
  },
  'talk.contactNeeded': {
    en: 'Confirm that the message keeps to how the person may be contacted.',
    cy: 'Cadarnhewch fod y neges yn cadw at sut y gellir cysylltu â’r person.',
  },
  'talk.personInWelsh': {
    en: 'The practitioner wrote in English, and the person uses Welsh. Write in English, and in Welsh what is for the person.',
    cy: 'Ysgrifennodd yr ymarferydd yn Saesneg, ac mae’r person yn defnyddio’r Gymraeg. Ysgrifennwch yn Saesneg, ac yn Gymraeg yr hyn sydd i’r person.',
  },
  'talk.personInEnglish': {
    en: 'The practitioner wrote in Welsh, and the person uses English. Write in Welsh, and in English what is for the person.',
    cy: 'Ysgrifennodd yr ymarferydd yn Gymraeg, ac mae’r person yn defnyddio’r Saesneg. Ysgrifennwch yn Gymraeg, ac yn Saesneg yr hyn sydd i’r person.',
  },
  'talk.answerInWelsh': {
    en: 'The report is in Welsh. Answer in Welsh.',
    cy: 'Mae’r adroddiad yn Gymraeg. Atebwch yn Gymraeg.',
  },
  'talk.answerInEnglish': {
    en: 'The report is in English. Answer in English.',
    cy: 'Mae’r adroddiad yn Saesneg. Atebwch yn Saesneg.',
  },
  'talk.reply': { en: 'Begin with a reply', cy: 'Dechrau gydag ateb parod' },
  'talk.replyHint': {
    en: 'It is put into the message in the language of the report. Read it, change what does not fit, and send it yourself.',
    cy: 'Caiff ei roi yn y neges yn iaith yr adroddiad. Darllenwch ef, newidiwch yr hyn nad yw’n addas, ac anfonwch y neges eich hun.',
  },
  'talk.replyReceived': { en: 'Received and read', cy: 'Wedi dod i law ac wedi’i ddarllen' },
  'talk.replyWhereOrWhen': { en: 'A question: where or when', cy: 'Cwestiwn: ble neu bryd' },
  'talk.replyActed': { en: 'Finished: something has been done', cy: 'Ar ben: mae rhywbeth wedi’i wneud' },
  'talk.replyNothingFound': { en: 'Finished: nothing more to do', cy: 'Ar ben: dim mwy i’w wneud' },
  'talk.replyKept': { en: 'Finished: kept for now', cy: 'Ar ben: yn cael ei gadw am y tro' },
  'talk.replyPassedOn': { en: 'Finished here: passed on', cy: 'Ar ben yma: wedi’i drosglwyddo' },
  'talk.replyPut': {
    en: 'The reply is in the message. Nothing was sent.',
    cy: 'Mae’r ateb yn y neges. Nid anfonwyd dim.',
  },
  'talk.replyReplaces': {
    en: 'This reply would take the place of what you typed.',
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
    en: 'The message is saved. It is there when they come back.',
    cy: 'Mae’r neges wedi’i chadw. Bydd yno pan ddaw’r person yn ôl.',
  },
  'talk.newFirst': {
    en: 'They have written since you opened the report. Open it again and read that first.',
    cy: 'Mae’r person wedi ysgrifennu ers i chi agor yr adroddiad. Agorwch ef eto a darllenwch hynny yn gyntaf.',
  },
  'talk.detrimentHeading': { en: 'Were they treated worse?', cy: 'A gafodd y person ei drin yn waeth?' },
  'talk.detrimentDue': {
    en: '{months, plural, one {one month} other {# months}} after closing, from {day}',
    cy: '{months, plural, one {un mis} two {ddeufis} few {tri mis} many {chwe mis} other {# mis}} ar ôl cau, o {day}',
  },
  'talk.detrimentIntro': {
    en: 'People who report are sometimes treated worse because of it. This question asks about them and nothing else, in these words. It waits under their code.',
    cy: 'Weithiau caiff pobl sy’n rhoi gwybod eu trin yn waeth oherwydd hynny. Mae’r cwestiwn hwn yn gofyn amdanyn nhw a dim arall, yn y geiriau hyn. Mae’n aros o dan y cod.',
  },
  'talk.detrimentNotYet': {
    en: 'It can be asked from {day}.',
    cy: 'Gellir gofyn o {day} ymlaen.',
  },
  'talk.detrimentSend': { en: 'Leave the question for them', cy: 'Gadael y cwestiwn i’r person' },
  'talk.detrimentSent': {
    en: 'The question is saved. It is there when they come back.',
    cy: 'Mae’r cwestiwn wedi’i gadw. Bydd yno pan ddaw’r person yn ôl.',
  },
  'talk.detrimentLeaveIntro': {
    en: 'If you have asked them in another way, or if asking could put them at risk, say why you do not ask this time.',
    cy: 'Os ydych wedi gofyn mewn ffordd arall, neu os gallai gofyn roi’r person mewn perygl, dywedwch pam nad ydych yn gofyn y tro hwn.',
  },
  'talk.detrimentLeave': { en: 'Do not ask this time', cy: 'Peidio â gofyn y tro hwn' },
  'talk.detrimentLeft': {
    en: 'It is noted that they are not asked this time.',
    cy: 'Nodwyd na ofynnir i’r person y tro hwn.',
  },
  'talk.stopHeading': { en: 'Possible CHIS', cy: 'CHIS posibl' },
  'talk.stopIntro': {
    en: 'If the person who reported may be, or may become, a covert human intelligence source, stop the messages. Nobody can then write to them from here.',
    cy: 'Os gall y sawl a roddodd wybod fod, neu ddod, yn ffynhonnell cudd-wybodaeth ddynol gudd, ataliwch y negeseuon. Ni all neb ysgrifennu at y person oddi yma wedyn.',
  },
  'talk.stop': { en: 'Stop the messages', cy: 'Atal y negeseuon' },
  'talk.stopSaved': { en: 'The messages are stopped.', cy: 'Mae’r negeseuon wedi’u hatal.' },
  'talk.resumeIntro': {
    en: 'Allow messages again only where those who authorise such sources have agreed. Say who did, and when.',
    cy: 'Peidiwch â chaniatáu negeseuon eto oni bai bod y rhai sy’n awdurdodi ffynonellau o’r fath wedi cytuno. Dywedwch pwy a gytunodd, a phryd.',
  },
  'talk.resume': { en: 'Allow messages again', cy: 'Caniatáu negeseuon eto' },
  'talk.resumed': { en: 'Messages are allowed again.', cy: 'Caniateir negeseuon eto.' },
  'talk.earlier': { en: 'Show earlier messages', cy: 'Dangos negeseuon cynharach' },
  'talk.shown': {
    en: '{count, plural, one {# message is shown.} other {# messages are shown.}}',
    cy: '{count, plural, one {Dangosir # neges.} two {Dangosir # neges.} few {Dangosir # neges.} many {Dangosir # neges.} other {Dangosir # neges.}}',
  },
} as const satisfies Words<'talk'>;
