import type { Words } from '../word.ts';

/** The words about what a unit does on the first day: danger, what was recorded, and how urgent a case is. */
export const firstDayWords = {
  'safety.heading': { en: 'Safety', cy: 'Diogelwch' },
  'safety.intro': {
    en: 'You have opened this report. Write down now what it says about danger, what was done, and who was told. What you write does not have to be complete: each record stays in the history with your name, and you can add another at any time.',
    cy: 'Rydych wedi agor yr adroddiad hwn. Nodwch nawr yr hyn y mae’n ei ddweud am berygl, yr hyn a wnaed, a phwy sydd wedi cael gwybod. Nid oes rhaid i’r hyn rydych yn ei nodi fod yn gyflawn: mae pob cofnod yn aros yn yr hanes gyda’ch enw chi, a gallwch ychwanegu un arall unrhyw bryd.',
  },
  'safety.again': {
    en: 'If something is new, add what is known about danger now, what was done, and who was told.',
    cy: 'Os oes rhywbeth newydd, ychwanegwch yr hyn sy’n hysbys am berygl nawr, yr hyn a wnaed, a phwy sydd wedi cael gwybod.',
  },
  'safety.missing': { en: 'Not recorded yet', cy: 'Heb ei gofnodi eto' },
  'safety.recorded': {
    en: '{danger}. Recorded by {who} on {day}',
    cy: '{danger}. Cofnododd {who} hyn ar {day}',
  },
  'safety.danger': { en: 'What is known about danger', cy: 'Yr hyn sy’n hysbys am berygl' },
  'safety.dangerNow': { en: 'Someone is in danger now', cy: 'Mae rhywun mewn perygl nawr' },
  'safety.dangerLater': { en: 'Someone may be in danger later', cy: 'Gall rhywun fod mewn perygl yn nes ymlaen' },
  'safety.dangerNone': { en: 'No known danger', cy: 'Nid oes unrhyw berygl yn hysbys' },
  'safety.dangerNotKnown': { en: 'Not known yet', cy: 'Ddim yn hysbys eto' },
  'safety.dangerNeeded': { en: 'Choose what is known about danger.', cy: 'Dewiswch yr hyn sy’n hysbys am berygl.' },
  'safety.who': { en: 'Who is in danger, and from what', cy: 'Pwy sydd mewn perygl, a beth yw’r perygl' },
  'safety.whoNeeded': { en: 'Write who is in danger.', cy: 'Ysgrifennwch pwy sydd mewn perygl.' },
  'safety.done': { en: 'What was done', cy: 'Yr hyn a wnaed' },
  'safety.doneHint': {
    en: 'If nothing needs to be done, write why. These words are encrypted for everyone handling this case.',
    cy: 'Os nad oes angen gwneud dim, ysgrifennwch pam. Caiff y geiriau hyn eu hamgryptio ar gyfer pawb sy’n delio â’r achos hwn.',
  },
  'safety.doneNeeded': {
    en: 'Write what was done, or why nothing needs to be done.',
    cy: 'Ysgrifennwch yr hyn a wnaed, neu pam nad oes angen gwneud dim.',
  },
  'safety.told': { en: 'Who was told', cy: 'Pwy sydd wedi cael gwybod' },
  'safety.toldSafeguarding': { en: 'Safeguarding', cy: 'Diogelu' },
  'safety.toldPartner': { en: 'A partner unit', cy: 'Uned bartner' },
  'safety.toldHub': { en: 'A victims’ hub', cy: 'Hwb dioddefwyr' },
  'safety.toldOther': { en: 'Someone else', cy: 'Rhywun arall' },
  'safety.toldNobody': { en: 'Nobody has been told yet', cy: 'Nid oes neb wedi cael gwybod eto' },
  'safety.toldDay': { en: 'Day they were told: {who}', cy: 'Y diwrnod y cawsant wybod: {who}' },
  'safety.toldTime': {
    en: 'Time they were told, if known: {who}',
    cy: 'Yr amser y cawsant wybod, os yw’n hysbys: {who}',
  },
  'safety.toldDayNeeded': {
    en: 'Enter the day on which they were told. It cannot be in the future.',
    cy: 'Rhowch y diwrnod y cawsant wybod. Ni all fod yn y dyfodol.',
  },
  'safety.dayHalf': {
    en: 'This date is incomplete. Enter the whole date.',
    cy: 'Nid yw’r dyddiad hwn yn gyflawn. Rhowch y dyddiad cyfan.',
  },
  'safety.timeHalf': {
    en: 'This time is incomplete. Enter the whole time, or clear the field.',
    cy: 'Nid yw’r amser hwn yn gyflawn. Rhowch yr amser cyfan, neu cliriwch y maes.',
  },
  'safety.send': { en: 'Save the safety record', cy: 'Cadw’r cofnod diogelwch' },
  'safety.saved': { en: 'The safety record is saved.', cy: 'Mae’r cofnod diogelwch wedi’i gadw.' },

  'recording.heading': { en: 'Crime and conduct recording', cy: 'Cofnodi trosedd ac ymddygiad' },
  'recording.notSaid': { en: '{what}: no answer yet', cy: '{what}: dim ateb eto' },
  'recording.recorded': {
    en: '{what}: recorded, according to {who} on {day}',
    cy: '{what}: cofnodwyd, yn ôl {who} ar {day}',
  },
  'recording.notRecorded': {
    en: '{what}: not recorded, according to {who} on {day}',
    cy: '{what}: ni chofnodwyd, yn ôl {who} ar {day}',
  },
  'recording.crime': { en: 'Crime', cy: 'Trosedd' },
  'recording.conduct': { en: 'Conduct matter or complaint', cy: 'Mater ymddygiad neu gŵyn' },
  'recording.crimeHint': {
    en: 'If a crime is disclosed, record it in your force’s own system and say so here. Your force’s crime recording rules say by when. Candour shows a day only if your force has set one.',
    cy: 'Os datgelir trosedd, cofnodwch hi yn system eich heddlu a nodwch hynny yma. Rheolau cofnodi troseddau eich heddlu sy’n dweud erbyn pryd. Nid yw Candour yn dangos diwrnod oni bai bod eich heddlu wedi gosod un.',
  },
  'recording.conductHint': {
    en: 'Paragraph 11 of Schedule 3 to the Police Reform Act 2002, with regulation 7 of the Police (Complaints and Misconduct) Regulations 2020, says which conduct matters must be recorded. Your force’s own rule says by when. Candour shows a day only if your force has set one.',
    cy: 'Mae paragraff 11 o Atodlen 3 i Ddeddf Diwygio’r Heddlu 2002, ynghyd â rheoliad 7 o Reoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020, yn dweud pa faterion ymddygiad y mae’n rhaid eu cofnodi. Rheol eich heddlu ei hun sy’n dweud erbyn pryd. Nid yw Candour yn dangos diwrnod oni bai bod eich heddlu wedi gosod un.',
  },
  'recording.is': { en: 'Was it recorded?', cy: 'A gafodd hyn ei gofnodi?' },
  'recording.yes': { en: 'Recorded', cy: 'Cofnodwyd' },
  'recording.no': { en: 'Not recorded', cy: 'Ni chofnodwyd' },
  'recording.needed': { en: 'Choose whether it was recorded.', cy: 'Dewiswch a gafodd hyn ei gofnodi.' },
  'recording.number': { en: 'Reference number of the record', cy: 'Rhif cyfeirnod y cofnod' },
  'recording.numberNeeded': { en: 'Enter the number.', cy: 'Rhowch y rhif.' },
  'recording.day': { en: 'Day on which it was recorded', cy: 'Y diwrnod y cafodd hyn ei gofnodi' },
  'recording.dayNeeded': {
    en: 'Enter the day on which it was recorded. It cannot be in the future.',
    cy: 'Rhowch y diwrnod y cafodd hyn ei gofnodi. Ni all fod yn y dyfodol.',
  },
  'recording.why': { en: 'Why it was not recorded', cy: 'Pam na chafodd hyn ei gofnodi' },
  'recording.whyNeeded': { en: 'Write why it was not recorded.', cy: 'Ysgrifennwch pam na chafodd hyn ei gofnodi.' },
  'recording.sealed': {
    en: 'The number, the day and the reason are encrypted for everyone handling this case.',
    cy: 'Caiff y rhif, y diwrnod a’r rheswm eu hamgryptio ar gyfer pawb sy’n delio â’r achos hwn.',
  },
  'recording.send': { en: 'Save: {what}', cy: 'Cadw: {what}' },
  'recording.saved': { en: 'Your answer is saved.', cy: 'Mae eich ateb wedi’i gadw.' },

  'urgency.heading': { en: 'Urgency', cy: 'Lefel brys' },
  'urgency.raiseIntro': {
    en: 'You can make this case urgent by yourself. An urgent alert is sent at once, and is repeated until someone acknowledges it.',
    cy: 'Gallwch wneud yr achos hwn yn un brys ar eich pen eich hun. Anfonir rhybudd brys ar unwaith, a chaiff ei ailadrodd nes i rywun ei gydnabod.',
  },
  'urgency.raiseSend': { en: 'Make the case urgent', cy: 'Gwneud yr achos yn un brys' },
  'urgency.raiseSaved': {
    en: 'The case is urgent, and the alert is on its way.',
    cy: 'Mae’r achos yn un brys, ac mae’r rhybudd ar ei ffordd.',
  },
  'urgency.raisedBy': { en: '{who} made the case urgent on {day}.', cy: 'Gwnaeth {who} yr achos yn un brys ar {day}.' },
  'urgency.reported': {
    en: 'The report, or something added to it later, said that someone is at risk. One person cannot lower the urgency alone: a second person who has read the case, or a reserve officer, must agree.',
    cy: 'Dywedodd yr adroddiad, neu rywbeth a ychwanegwyd ato wedyn, fod rhywun mewn perygl. Ni all un person ostwng y lefel brys ar ei ben ei hun: rhaid i ail berson sydd wedi darllen yr achos, neu swyddog wrth gefn, gytuno.',
  },
  'urgency.raisedByOther': {
    en: 'Only the colleague who made the case urgent can lower the urgency alone, and only if the case was not urgent before. Otherwise a second person who has read the case, or a reserve officer, must agree.',
    cy: 'Dim ond y cydweithiwr a wnaeth yr achos yn un brys a all ostwng y lefel brys ar ei ben ei hun, a hynny dim ond os na fu’n un brys o’r blaen. Fel arall, rhaid i ail berson sydd wedi darllen yr achos, neu swyddog wrth gefn, gytuno.',
  },
  'urgency.changed': {
    en: 'The urgency of this case has changed since you started writing, so you cannot send this from here. What you wrote stays here until you remove it.',
    cy: 'Mae lefel brys yr achos hwn wedi newid ers i chi ddechrau ysgrifennu, felly ni allwch anfon hyn oddi yma. Mae’r hyn a ysgrifennoch yn aros yma nes i chi ei dynnu.',
  },
  'urgency.first': {
    en: 'You can lower the urgency after someone has acknowledged the case, and has opened the report since the last alert.',
    cy: 'Gallwch ostwng y lefel brys ar ôl i rywun gydnabod yr achos, ac agor yr adroddiad ers y rhybudd diwethaf.',
  },
  'urgency.askSend': { en: 'Ask to lower the urgency', cy: 'Gofyn am ostwng y lefel brys' },
  'urgency.askSaved': {
    en: 'Your request is recorded. The case stays urgent until someone else agrees.',
    cy: 'Mae eich cais wedi’i gofnodi. Mae’r achos yn aros yn un brys nes i rywun arall gytuno.',
  },
  'urgency.asked': {
    en: '{who} asked on {day} to lower the urgency. Open the report again to read why, then lower the urgency if you agree.',
    cy: 'Gofynnodd {who} ar {day} am ostwng y lefel brys. Agorwch yr adroddiad eto i ddarllen pam, yna gostyngwch hi os ydych yn cytuno.',
  },
  'urgency.askedSelf': {
    en: 'You asked on {day} to lower the urgency. Someone else must agree.',
    cy: 'Gofynasoch ar {day} am ostwng y lefel brys. Rhaid i rywun arall gytuno.',
  },
  'urgency.lowerSend': { en: 'Lower the urgency', cy: 'Gostwng y lefel brys' },
  'urgency.lowerSaved': { en: 'The case is no longer urgent.', cy: 'Nid yw’r achos yn un brys mwyach.' },
} as const satisfies Words<'safety' | 'recording' | 'urgency'>;
