import type { Words } from '../word.ts';

/** The first card of a report and how one is known, and behind one press the rest. */
export const reportFirstPageWords = {
  'limits.happensHeading': { en: 'What happens with your report', cy: 'Beth sy’n digwydd i’ch adroddiad' },
  'limits.happens': {
    en: 'It goes sealed to the Anti-Corruption Unit, or to {reserve} if it may concern the unit. Only those who hold the keys can open it.',
    cy: 'Caiff ei anfon dan sêl at yr Uned Wrthlygredd, neu i ofal {reserve} os gallai ymwneud â’r uned. Dim ond y rhai sy’n dal yr allweddi a all ei agor.',
  },
  'limits.happensUnit': {
    en: 'It goes sealed to the Anti-Corruption Unit. Only those who hold the keys can open it.',
    cy: 'Caiff ei anfon dan sêl at yr Uned Wrthlygredd. Dim ond y rhai sy’n dal yr allweddi a all ei agor.',
  },
  'limits.back': {
    en: 'You get a code. Please look again with it on {day}: nothing will remind you.',
    cy: 'Cewch god. Edrychwch eto gydag ef ar {day}: ni fydd dim yn eich atgoffa.',
  },
  'limits.backAsked': {
    en: 'You get a code. Please look again with it on {day}: the unit may ask you something, and nothing will remind you.',
    cy: 'Cewch god. Edrychwch eto gydag ef ar {day}: gall yr uned ofyn rhywbeth i chi, ac ni fydd dim yn eich atgoffa.',
  },
  'limits.teams': {
    en: 'Teams tells Candour who you are. Teams, or anyone controlling our server, could read your words in passing.',
    cy: 'Mae Teams yn dweud wrth Candour pwy ydych. Gallai Teams, neu unrhyw un sy’n rheoli ein gweinydd, ddarllen eich geiriau ar eu ffordd.',
  },
  'limits.teamsSealed': {
    en: 'Your words are sealed here. Teams tells Candour who you are, and anyone controlling our server could swap this page.',
    cy: 'Caiff eich geiriau eu selio yma. Mae Teams yn dweud wrth Candour pwy ydych, a gallai unrhyw un sy’n rheoli ein gweinydd gyfnewid y dudalen hon.',
  },
  'limits.life': {
    en: 'If a life is at risk, the force may try to trace you.',
    cy: 'Os bydd bywyd mewn perygl, gall yr heddlu geisio dod o hyd i chi.',
  },
  'limits.cost': {
    en: 'Without your name, legal protection may be weaker and looking into it harder.',
    cy: 'Heb eich enw, gall eich amddiffyniad cyfreithiol fod yn wannach ac ymchwilio fod yn anoddach.',
  },
  'limits.otherWays': {
    en: 'Or call Crimestoppers from your own phone: {number}.',
    cy: 'Neu ffoniwch Crimestoppers (Taclo’r Taclau) o’ch ffôn eich hun: {number}.',
  },
  'limits.knownHeading': {
    en: 'Your name',
    cy: 'Eich enw',
  },
  'limits.change': { en: 'You can change this until you send.', cy: 'Gallwch newid hyn nes i chi anfon.' },
  'limits.more': { en: 'More, and other ways', cy: 'Mwy, a ffyrdd eraill' },
  'limits.named': {
    en: 'Named: those who handle your report can see who you are.',
    cy: 'Gydag enw: gall y rhai sy’n delio â’ch adroddiad weld pwy ydych chi.',
  },
  'limits.confidential': {
    en: 'Confidential: who you are is sealed. The people handling your report do not see it. Only {custodians} can open it. They must record why, and may then share it with everyone handling your report.',
    cy: 'Yn gyfrinachol: caiff eich hunaniaeth ei selio. Nid yw’r rhai sy’n delio â’ch adroddiad yn ei gweld. Dim ond {custodians} a all ei hagor. Rhaid cofnodi pam, ac yna gellir ei rhannu â phawb sy’n delio â’ch adroddiad.',
  },
  'limits.notKept': {
    en: 'Identity not kept: Candour keeps nothing about who you are. Those who run Microsoft 365 or the server may still be able to work it out for as long as their logs are kept.',
    cy: 'Heb gadw hunaniaeth: nid yw Candour yn cadw dim gwybodaeth am bwy ydych chi. Efallai y gall y rhai sy’n rhedeg Microsoft 365 neu’r gweinydd ddod i wybod hynny o hyd, am gyhyd ag y cedwir eu cofnodion.',
  },
  'limits.moreHeading': { en: 'How it works', cy: 'Sut mae’n gweithio' },
  'limits.stop': {
    en: 'You can stop at any time. Nothing is saved until you send it or ask to finish later.',
    cy: 'Gallwch stopio ar unrhyw adeg. Nid oes dim yn cael ei gadw nes i chi ei anfon neu ofyn am gael gorffen yn nes ymlaen.',
  },
  'limits.reserveShort': {
    en: 'At the moment, Candour takes no report that may concern the unit, the Professional Standards Department, the Chief Constable or another senior officer. For that, please use one of the ways outside Candour.',
    cy: 'Ar hyn o bryd, nid yw Candour yn derbyn adroddiad a allai ymwneud â’r uned, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall. Ar gyfer hynny, defnyddiwch un o’r ffyrdd y tu allan i Candour, os gwelwch yn dda.',
  },
  'limits.reserve': {
    en: 'If it may concern the unit, the Professional Standards Department, the Chief Constable or another senior officer, it goes first to {reserve}, outside the unit.',
    cy: 'Os gallai ymwneud â’r uned, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall, bydd yn gyntaf yng ngofal {reserve}, y tu allan i’r uned.',
  },
  'limits.server': {
    en: 'While a step is being processed, your words pass through our server, and could be read then. What is saved there is sealed, and the server cannot open it.',
    cy: 'Tra bydd cam yn cael ei brosesu, mae eich geiriau’n mynd drwy ein gweinydd, a gellid eu darllen bryd hynny. Mae’r hyn a gedwir yno wedi’i selio, ac ni all y gweinydd ei agor.',
  },
  'limits.serverSealed': {
    en: 'On this page your words are sealed before they are sent, and our server cannot open them. It learns only what a case needs: the kind, how urgent it is, the language, how you report and who handles it.',
    cy: 'Ar y dudalen hon caiff eich geiriau eu selio cyn eu hanfon, ac ni all ein gweinydd eu hagor. Dim ond yr hyn sydd ei angen ar achos a ddaw i’w ran: y math, pa mor frys ydyw, yr iaith, sut rydych yn rhoi gwybod a phwy sy’n ei drin.',
  },
  'limits.device': {
    en: 'A device that the force looks after may record what is on its screen. Your own device does not do that for the force, but the Teams on it is still the force’s.',
    cy: 'Gall dyfais y mae’r heddlu’n gofalu amdani gofnodi’r hyn sydd ar ei sgrin. Nid yw eich dyfais eich hun yn gwneud hynny ar ran yr heddlu, ond Teams yr heddlu sydd arni o hyd.',
  },
  'limits.ownWords': {
    en: 'How you write, and details that few people know, can show who you are. Leave out what is not needed.',
    cy: 'Gall y ffordd rydych yn ysgrifennu, a manylion nad oes ond ychydig o bobl yn eu gwybod, ddangos pwy ydych chi. Gadewch allan yr hyn nad oes ei angen.',
  },
  'limits.code': {
    en: 'With the code you can see where your report stands, read what was written to you and add to your report.',
    cy: 'Gyda’r cod gallwch weld beth yw sefyllfa eich adroddiad, darllen yr hyn a ysgrifennwyd atoch ac ychwanegu at eich adroddiad.',
  },
  'limits.stays': {
    en: 'What you type stays on this page until you send it, and is gone when the page is closed. To go on another day, ask to finish later.',
    cy: 'Mae’r hyn a deipiwch yn aros ar y dudalen hon nes i chi ei anfon, ac yn mynd pan gaeir y dudalen. I barhau ddiwrnod arall, gofynnwch am gael gorffen yn nes ymlaen.',
  },
  'limits.twelveHours': {
    en: 'If you leave a card unfinished, you can go back to it for 12 hours.',
    cy: 'Os gadewch gerdyn heb ei orffen, gallwch ddychwelyd ato am 12 awr.',
  },
} as const satisfies Words<'limits'>;
