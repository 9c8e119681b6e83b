import type { Words } from '../word.ts';

/** The public pages of the guidance, for whoever reads them: victims, the public, and staff on a device of their own. */
export const publicPageWords = {
  'public.skip': { en: 'Skip to the text', cy: 'Neidio i’r testun' },
  'public.leave': { en: 'Leave this page', cy: 'Gadael y dudalen' },
  'public.leaving': { en: 'Leaving', cy: 'Gadael' },
  'public.stays': { en: 'What stays behind', cy: 'Beth sy’n aros ar ôl' },
  'public.more': { en: 'More guidance', cy: 'Rhagor o ganllawiau' },
  'public.next': { en: 'Next: {title}', cy: 'Nesaf: {title}' },
  'public.version': {
    en: 'Version {version}, to be reviewed by {day}.',
    cy: 'Fersiwn {version}, i’w adolygu erbyn {day}.',
  },
  'public.topicNote': {
    en: 'People who work for {force} read this in Candour, an app in Microsoft Teams. Where it says “here”, it means in that app: nothing can be reported on this page.',
    cy: 'Mae pobl sy’n gweithio i {force} yn darllen hyn yn Candour, ap yn Microsoft Teams. Lle mae’n dweud “yma”, yr ap hwnnw yw ystyr hynny: ni ellir rhoi gwybod am ddim ar y dudalen hon.',
  },
  'public.everyone': { en: 'For everyone: where to turn', cy: 'I bawb: ble i droi' },

  'public.title': { en: 'Guidance for everyone', cy: 'Canllawiau i bawb' },
  'public.intro': {
    en: 'This is the guidance that people who work for {force} have on professional boundaries and abuse of position. Anyone may read it, and you do not need an account.',
    cy: 'Dyma’r canllawiau sydd gan bobl sy’n gweithio i {force} ar ffiniau proffesiynol a chamddefnyddio swydd. Gall unrhyw un eu darllen, ac nid oes angen cyfrif arnoch.',
  },
  'public.youHeading': { en: 'If it happened to you', cy: 'Os digwyddodd i chi' },
  'public.you': {
    en: 'Nobody who works for the police may use that to seek a sexual or improper emotional relationship with you. If somebody did, it is not your fault, even if you agreed to it at the time.',
    cy: 'Ni chaiff neb sy’n gweithio i’r heddlu ddefnyddio hynny i geisio perthynas rywiol neu berthynas emosiynol amhriodol â chi. Os gwnaeth rhywun hynny, nid eich bai chi ydyw, hyd yn oed os oeddech yn cytuno ar y pryd.',
  },
  'public.youTime': {
    en: 'You can take your time. You decide whom you tell, and you can ask for support without reporting anything.',
    cy: 'Gallwch gymryd eich amser. Chi sy’n penderfynu wrth bwy i ddweud, a gallwch ofyn am gymorth heb roi gwybod am ddim.',
  },
  'public.turnHeading': { en: 'Where you can turn', cy: 'Ble gallwch droi' },
  'public.turn': {
    en: 'You do not have to go to {force} itself. These can help you, or take what you want to say:',
    cy: 'Nid oes rhaid i chi fynd at {force}. Gall y rhain eich helpu, neu dderbyn yr hyn rydych am ei ddweud:',
  },
  'public.reportHeading': { en: 'If you work for {force}', cy: 'Os ydych yn gweithio i {force}' },
  'public.report': {
    en: 'Candour is an app in Microsoft Teams. Only people who work for {force} can report in it. Nothing can be reported on these pages.',
    cy: 'Ap yn Microsoft Teams yw Candour. Dim ond pobl sy’n gweithio i {force} all roi gwybod ynddo. Ni ellir rhoi gwybod am ddim ar y tudalennau hyn.',
  },

  'public.sheet': { en: 'This on paper (PDF)', cy: 'Hyn ar bapur (PDF)' },
  'public.poster': { en: 'A poster of this (PDF)', cy: 'Poster o hyn (PDF)' },

  'public.deviceHeading': { en: 'On this device', cy: 'Ar y ddyfais hon' },
  'public.device': {
    en: 'These pages set no cookie, load nothing from elsewhere and have no script. Candour keeps no note of who reads them.',
    cy: 'Nid yw’r tudalennau hyn yn gosod cwci, yn llwytho dim o unman arall nac yn cynnwys sgript. Nid yw Candour yn cadw nodyn o bwy sy’n eu darllen.',
  },
  'public.history': {
    en: 'Your browser keeps them in its history, and leaving does not change that. Take them out of the history afterwards, or read them in a private window.',
    cy: 'Mae eich porwr yn eu cadw yn ei hanes, ac nid yw gadael yn newid hynny. Dilëwch nhw o’r hanes wedyn, neu darllenwch nhw mewn ffenestr breifat.',
  },
  'public.network': {
    en: 'The people who run your network, or look after this device, may see that you were on this site. If that worries you, use a device that nobody else looks at.',
    cy: 'Efallai y gall y rhai sy’n rhedeg eich rhwydwaith, neu’n gofalu am y ddyfais hon, weld eich bod wedi bod ar y wefan hon. Os yw hynny’n eich poeni, defnyddiwch ddyfais nad oes neb arall yn edrych arni.',
  },

  'public.goneTitle': { en: 'There is no such page', cy: 'Nid oes tudalen o’r fath' },
  'public.gone': {
    en: 'It may have been moved or taken back. All the guidance is on the page below.',
    cy: 'Efallai ei bod wedi’i symud neu wedi’i thynnu’n ôl. Mae’r holl ganllawiau ar y dudalen isod.',
  },
} as const satisfies Words<'public'>;
