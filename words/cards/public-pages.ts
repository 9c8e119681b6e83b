import type { Words } from '../word.ts';

/** The public pages of the guidance, for whoever reads them: victims, the public, and staff on a device of their own. */
export const publicPageWords = {
  'public.skip': { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  'public.leave': { en: 'Leave this page', cy: 'Gadael y dudalen' },
  'public.leaving': { en: 'Leaving', cy: 'Gadael' },
  'public.stays': { en: 'What stays on this device', cy: 'Beth sy’n aros ar y ddyfais hon' },
  'public.more': { en: 'More guidance', cy: 'Rhagor o ganllawiau' },
  'public.next': { en: 'Next: {title}', cy: 'Nesaf: {title}' },
  'public.version': {
    en: 'Version {version}. Review by {day}.',
    cy: 'Fersiwn {version}. I’w hadolygu erbyn {day}.',
  },
  'public.topicNote': {
    en: 'People who work for {force} read this in Candour, an app in Microsoft Teams. “Here” means in that app: nothing can be reported on this page.',
    cy: 'Mae gweithlu {force} yn darllen hyn yn Candour, ap yn Microsoft Teams. Mae “yma” yn golygu yn yr ap hwnnw: ni ellir rhoi gwybod am ddim ar y dudalen hon.',
  },
  'public.everyone': { en: 'For everyone: where to turn', cy: 'I bawb: ble i droi' },

  'public.title': { en: 'Guidance for everyone', cy: 'Canllawiau i bawb' },
  'public.intro': {
    en: 'This is the guidance on professional boundaries and abuse of position for people who work for {force}. Anyone can read it, and you do not need an account.',
    cy: 'Dyma’r canllawiau ar ffiniau proffesiynol a chamddefnyddio swydd ar gyfer gweithlu {force}. Gall unrhyw un eu darllen, ac nid oes angen cyfrif arnoch.',
  },
  'public.youHeading': { en: 'If this happened to you', cy: 'Os digwyddodd hyn i chi' },
  'public.you': {
    en: 'Nobody who works for the police may use their position to seek a sexual or improper emotional relationship with you. If someone did, it is not your fault, even if you agreed to it at the time.',
    cy: 'Ni chaiff neb sy’n gweithio i’r heddlu ddefnyddio ei swydd i geisio perthynas rywiol neu berthynas emosiynol amhriodol â chi. Os gwnaeth rhywun hynny, nid eich bai chi ydyw, hyd yn oed os oeddech yn cytuno ar y pryd.',
  },
  'public.youTime': {
    en: 'You can take your time. You decide who to tell, and you can ask for support without reporting anything.',
    cy: 'Gallwch gymryd eich amser. Chi sy’n penderfynu wrth bwy i ddweud, a gallwch ofyn am gymorth heb roi gwybod am ddim.',
  },
  'public.turnHeading': { en: 'Where you can turn', cy: 'Ble gallwch droi' },
  'public.turn': {
    en: 'You do not have to contact {force}. These organisations can help you, or listen to what you want to say:',
    cy: 'Nid oes rhaid i chi gysylltu â’r heddlu ({force}). Gall y sefydliadau hyn eich helpu, neu wrando ar yr hyn rydych am ei ddweud:',
  },
  'public.reportHeading': { en: 'If you work for {force}', cy: 'Os ydych yn rhan o weithlu {force}' },
  'public.report': {
    en: 'Candour is an app in Microsoft Teams. Only people who work for {force} can report in it. Nothing can be reported on these pages.',
    cy: 'Ap yn Microsoft Teams yw Candour. Dim ond gweithlu {force} a all roi gwybod ynddo. Ni ellir rhoi gwybod am ddim ar y tudalennau hyn.',
  },

  'public.sheet': { en: 'This page on paper (PDF)', cy: 'Y dudalen hon ar bapur (PDF)' },
  'public.poster': { en: 'A poster of this page (PDF)', cy: 'Poster o’r dudalen hon (PDF)' },

  'public.deviceHeading': { en: 'On this device', cy: 'Ar y ddyfais hon' },
  'public.device': {
    en: 'These pages set no cookies, run no scripts and load nothing from elsewhere. Candour does not record who reads them.',
    cy: 'Nid yw’r tudalennau hyn yn gosod cwcis, yn rhedeg sgriptiau nac yn llwytho dim o unman arall. Nid yw Candour yn cofnodi pwy sy’n eu darllen.',
  },
  'public.history': {
    en: 'Your browser keeps these pages in its history, and leaving does not change that. Delete them from the history afterwards, or read them in a private window.',
    cy: 'Mae eich porwr yn cadw’r tudalennau hyn yn ei hanes, ac nid yw gadael yn newid hynny. Dilëwch nhw o’r hanes wedyn, neu darllenwch nhw mewn ffenestr breifat.',
  },
  'public.network': {
    en: 'The people who run your network or manage this device may see that you were on this site. If that worries you, use a device that nobody else looks at.',
    cy: 'Efallai y bydd y bobl sy’n rhedeg eich rhwydwaith neu’n rheoli’r ddyfais hon yn gweld eich bod wedi bod ar y wefan hon. Os yw hynny’n eich poeni, defnyddiwch ddyfais nad oes neb arall yn edrych arni.',
  },

  'public.goneTitle': { en: 'Page not found', cy: 'Heb ddod o hyd i’r dudalen' },
  'public.gone': {
    en: 'This page may have been moved or withdrawn. The link below leads to all the guidance.',
    cy: 'Efallai ei bod wedi’i symud neu wedi’i thynnu’n ôl. Mae’r ddolen isod yn arwain at yr holl ganllawiau.',
  },
} as const satisfies Words<'public'>;
