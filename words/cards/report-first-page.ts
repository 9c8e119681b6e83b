import type { Words } from '../word.ts';

/** The first card of a report and how one is known, and behind one press the rest. */
export const reportFirstPageWords = {
  'limits.happensHeading': { en: 'What happens to your report', cy: 'Beth sy’n digwydd i’ch adroddiad' },
  'limits.happens': {
    en: 'Your report is encrypted and goes to the Anti-Corruption Unit. If it could be about the unit, it goes instead to {reserve}. Only people who hold the keys can open it.',
    cy: 'Caiff eich adroddiad ei amgryptio a’i anfon at yr Uned Wrthlygredd. Os gallai ymwneud â’r uned, bydd yn hytrach yng ngofal {reserve}. Dim ond pobl sydd â’r allweddi a all ei agor.',
  },
  'limits.happensUnit': {
    en: 'Your report is encrypted and goes to the Anti-Corruption Unit. Only people who hold the keys can open it.',
    cy: 'Caiff eich adroddiad ei amgryptio a’i anfon at yr Uned Wrthlygredd. Dim ond pobl sydd â’r allweddi a all ei agor.',
  },
  'limits.back': {
    en: 'You will get a code. Come back with it on {day}: nothing will remind you.',
    cy: 'Cewch god. Dewch yn ôl gydag ef ar {day}: ni fydd dim yn eich atgoffa.',
  },
  'limits.backAsked': {
    en: 'You will get a code. Come back with it on {day}: the unit may have a question for you, and nothing will remind you.',
    cy: 'Cewch god. Dewch yn ôl gydag ef ar {day}: efallai y bydd gan yr uned gwestiwn i chi, ac ni fydd dim yn eich atgoffa.',
  },
  'limits.teams': {
    en: 'Teams tells Candour who you are. Teams, or someone who controls our server, could read what you send.',
    cy: 'Mae Teams yn dweud wrth Candour pwy ydych chi. Gallai Teams, neu rywun sy’n rheoli ein gweinydd, ddarllen yr hyn a anfonwch.',
  },
  'limits.teamsSealed': {
    en: 'Teams tells Candour who you are. Your report is encrypted here, but someone who controls our server could replace this page with an unsafe one.',
    cy: 'Mae Teams yn dweud wrth Candour pwy ydych chi. Caiff eich adroddiad ei amgryptio yma, ond gallai rhywun sy’n rheoli ein gweinydd osod tudalen anniogel yn lle hon.',
  },
  'limits.life': {
    en: 'If a life is at risk, the force may try to identify you.',
    cy: 'Os bydd bywyd mewn perygl, gall yr heddlu geisio canfod pwy ydych chi.',
  },
  'limits.cost': {
    en: 'Without your name, your legal protection may be weaker and investigation harder.',
    cy: 'Heb eich enw, gall eich amddiffyniad cyfreithiol fod yn wannach a’r ymchwiliad yn anoddach.',
  },
  'limits.otherWays': {
    en: 'Or report to Crimestoppers from your own phone: {number}.',
    cy: 'Neu ffoniwch Crimestoppers (Taclo’r Taclau) o’ch ffôn eich hun: {number}.',
  },
  'limits.knownHeading': {
    en: 'Your name',
    cy: 'Eich enw',
  },
  'limits.change': { en: 'You can change this before sending.', cy: 'Gallwch newid hyn cyn anfon.' },
  'limits.more': { en: 'More, and other ways', cy: 'Mwy, a ffyrdd eraill' },
  'limits.named': {
    en: 'Named: the people handling your report can see who you are.',
    cy: 'Gydag enw: gall y bobl sy’n delio â’ch adroddiad weld pwy ydych chi.',
  },
  'limits.confidential': {
    en: 'Confidential: your name is encrypted. The people handling your report cannot see it. Only {custodians} can open it. They must record why, and can then share it with everyone handling your report.',
    cy: 'Yn gyfrinachol: caiff eich enw ei amgryptio. Ni all y bobl sy’n delio â’ch adroddiad ei weld. Dim ond {custodians} a all ei agor. Rhaid iddynt gofnodi pam, ac yna gallant ei rannu â phawb sy’n delio â’ch adroddiad.',
  },
  'limits.notKept': {
    en: 'Identity not kept: Candour keeps nothing about who you are. The people who run Microsoft 365 or the server may still be able to work out who you are, for as long as their logs are kept.',
    cy: 'Heb gadw hunaniaeth: nid yw Candour yn cadw dim gwybodaeth am bwy ydych chi. Efallai y bydd y bobl sy’n rhedeg Microsoft 365 neu’r gweinydd yn dal i allu canfod pwy ydych chi, cyhyd ag y byddant yn cadw eu cofnodion.',
  },
  'limits.moreHeading': { en: 'How it works', cy: 'Sut mae’n gweithio' },
  'limits.stop': {
    en: 'You can stop at any time. Nothing is saved until you send it or choose to finish later.',
    cy: 'Gallwch stopio ar unrhyw adeg. Nid oes dim yn cael ei gadw nes i chi ei anfon neu ddewis gorffen yn nes ymlaen.',
  },
  'limits.reserveShort': {
    en: 'At the moment, Candour does not accept reports that could be about the unit, the Professional Standards Department, the Chief Constable or another senior officer. For those, use one of the ways outside Candour.',
    cy: 'Ar hyn o bryd, nid yw Candour yn derbyn adroddiadau a allai ymwneud â’r uned, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall. I roi gwybod am y rheini, defnyddiwch un o’r ffyrdd y tu allan i Candour.',
  },
  'limits.reserve': {
    en: 'If your report could be about the unit, the Professional Standards Department, the Chief Constable or another senior officer, it goes first to {reserve}, outside the unit.',
    cy: 'Os gallai eich adroddiad ymwneud â’r uned, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall, bydd yn gyntaf yng ngofal {reserve}, y tu allan i’r uned.',
  },
  'limits.server': {
    en: 'Your report passes through our server at each step and could be read then. Once it is saved, it is encrypted and the server cannot open it.',
    cy: 'Mae eich adroddiad yn mynd drwy ein gweinydd ar bob cam, a gellid ei ddarllen bryd hynny. Ar ôl ei gadw, mae wedi’i amgryptio ac ni all y gweinydd ei agor.',
  },
  'limits.serverSealed': {
    en: 'On this page your report is encrypted before it is sent, and our server cannot open it. The server sees only what it needs to run the case, such as the kind of concern, whether it is about the public or a colleague, how urgent it is, the language, how you report and who handles it.',
    cy: 'Ar y dudalen hon caiff eich adroddiad ei amgryptio cyn ei anfon, ac ni all ein gweinydd ei agor. Dim ond yr hyn sydd ei angen i redeg yr achos y mae’r gweinydd yn ei weld, megis y math o bryder, a yw’n ymwneud â’r cyhoedd neu â chydweithiwr, y lefel brys, yr iaith, sut rydych yn rhoi gwybod a phwy sy’n delio â’r achos.',
  },
  'limits.device': {
    en: 'A work device may record what is on its screen. Your own device does not do that for the force, but Teams on it still belongs to the force.',
    cy: 'Gall dyfais waith gofnodi’r hyn sydd ar ei sgrin. Nid yw eich dyfais eich hun yn gwneud hynny ar ran yr heddlu, ond Teams yr heddlu sydd arni o hyd.',
  },
  'limits.ownWords': {
    en: 'How you write, and details that few people know, can show who you are. Leave out what is not needed.',
    cy: 'Gall y ffordd rydych yn ysgrifennu, a manylion nad oes ond ychydig o bobl yn eu gwybod, ddangos pwy ydych chi. Gadewch allan yr hyn nad oes ei angen.',
  },
  'limits.code': {
    en: 'With the code you can check progress, read messages to you and add to your report.',
    cy: 'Gyda’r cod gallwch weld beth yw sefyllfa eich adroddiad, darllen negeseuon atoch ac ychwanegu at eich adroddiad.',
  },
  'limits.stays': {
    en: 'What you type stays on this page until you send it, and is lost if the page is closed. To continue another day, choose to finish later.',
    cy: 'Mae’r hyn a deipiwch yn aros ar y dudalen hon nes i chi ei anfon, a chaiff ei golli os caiff y dudalen ei chau. I barhau ddiwrnod arall, dewiswch orffen yn nes ymlaen.',
  },
  'limits.twelveHours': {
    en: 'If you leave a card unfinished, you can go back to it for 12 hours.',
    cy: 'Os gadewch gerdyn heb ei orffen, gallwch ddychwelyd ato am 12 awr.',
  },
} as const satisfies Words<'limits'>;
