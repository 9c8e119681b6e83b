import type { Words } from '../word.ts';

/** Guidance in words of our own; the official texts are linked. The heading of each topic is its key alone. */
export const guidanceWords = {
  'guidance.contents': { en: 'All the guidance', cy: 'Yr holl ganllawiau' },
  'guidance.contentsKnow': { en: 'What to know', cy: 'Beth i’w wybod' },
  'guidance.contentsReport': { en: 'If you report', cy: 'Os byddwch yn rhoi gwybod' },
  'guidance.contentsHelp': { en: 'Help', cy: 'Cymorth' },

  'guidance.what': { en: 'What is abuse of position?', cy: 'Beth yw camddefnyddio swydd?' },
  'guidance.whatIs': {
    en: 'Abuse of position for a sexual purpose is when someone who works for the police uses that position, or the power that comes with it, to seek a sexual or improper emotional relationship with a member of the public. It makes no difference whether they are on or off duty.',
    cy: 'Ystyr camddefnyddio swydd at ddiben rhywiol yw bod rhywun sy’n gweithio i’r heddlu yn defnyddio’r swydd honno, neu’r pŵer a ddaw gyda hi, i geisio perthynas rywiol neu berthynas emosiynol amhriodol ag aelod o’r cyhoedd. Nid oes gwahaniaeth a yw’r person ar ddyletswydd ai peidio.',
  },
  'guidance.whatIncludes': {
    en: 'It includes a sexual act, starting sexual contact, responding to an approach by the other person, and messages or remarks that could be seen as sexual or lewd.',
    cy: 'Mae’n cynnwys gweithred rywiol, dechrau cyswllt rhywiol, ymateb pan fydd y person arall yn gwneud y cam cyntaf, a negeseuon neu sylwadau y gellid eu hystyried yn rhywiol neu’n anweddus.',
  },
  'guidance.whatWho': {
    en: 'The person can be an officer, a member of staff, a volunteer or a contractor.',
    cy: 'Gall y person fod yn swyddog, yn aelod o staff, yn wirfoddolwr neu’n gontractwr.',
  },
  'guidance.whatColleague': {
    en: 'Sexual conduct towards a colleague is something else: sexual misconduct or harassment. You can report that here too, and every other kind of corruption or misconduct.',
    cy: 'Mae ymddygiad rhywiol tuag at gydweithiwr yn rhywbeth arall: camymddwyn neu aflonyddu rhywiol. Gallwch roi gwybod am hynny yma hefyd, a phob math arall o lygredd neu gamymddwyn.',
  },
  'guidance.whatSerious': {
    en: 'It is serious corruption. The force must refer it to the Independent Office for Police Conduct on the strength of what is alleged, before anything is proven.',
    cy: 'Mae’n llygredd difrifol. Rhaid i’r heddlu ei gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu ar sail yr hyn a honnir, cyn i ddim gael ei brofi.',
  },
  'guidance.whatCrime': { en: 'In some cases it is also a crime.', cy: 'Mewn rhai achosion mae’n drosedd hefyd.' },

  'guidance.signs': { en: 'Signs to look for', cy: 'Arwyddion i sylwi arnynt' },
  'guidance.signsIntro': {
    en: 'One sign alone may mean little. You do not have to be sure. These are signs that police forces publish:',
    cy: 'Efallai nad yw un arwydd ar ei ben ei hun yn golygu llawer. Nid oes rhaid i chi fod yn siŵr. Dyma arwyddion y mae heddluoedd yn eu cyhoeddi:',
  },
  'guidance.signsVulnerable': {
    en: 'Take particular care where someone is vulnerable: through mental ill health, learning difficulty, youth, dependency on drugs or alcohol, abuse or a recent trauma.',
    cy: 'Byddwch yn arbennig o ofalus os yw rhywun yn agored i niwed: oherwydd salwch meddwl, anhawster dysgu, ieuenctid, dibyniaeth ar gyffuriau neu alcohol, cam-drin neu drawma diweddar.',
  },
  'guidance.signsHappy': {
    en: 'That the person seemed happy with the situation is no reason to stay silent.',
    cy: 'Nid yw’r ffaith bod y person i’w weld yn hapus â’r sefyllfa yn rheswm dros gadw’n dawel.',
  },

  'guidance.scenes': { en: 'Would you say something?', cy: 'Fyddech chi’n dweud rhywbeth?' },
  'guidance.scenesIntro': {
    en: 'Three made-up scenes, with an answer to each.',
    cy: 'Tair golygfa ddychmygol, gydag ateb i bob un.',
  },
  'guidance.sceneClosedHeading': { en: 'After the case', cy: 'Ar ôl i’r achos gau' },
  'guidance.sceneClosed': {
    en: 'A colleague still messages a woman whose case he dealt with. It closed a month ago. She says she likes hearing from him.',
    cy: 'Mae cydweithiwr yn dal i anfon negeseuon at fenyw y bu’n delio â’i hachos. Caeodd yr achos fis yn ôl. Mae hi’n dweud ei bod yn hoffi clywed ganddo.',
  },
  'guidance.sceneClosedAnswer': {
    en: 'Yes. There is no policing reason for it any more. Seeming happy does not make her safe.',
    cy: 'Dylech. Nid oes rheswm plismona dros hyn mwyach. Nid yw’r ffaith ei bod i’w gweld yn hapus yn golygu ei bod yn ddiogel.',
  },
  'guidance.sceneBothHeading': { en: 'But they both wanted it', cy: 'Ond roedd y ddau’n dymuno hynny' },
  'guidance.sceneBoth': {
    en: 'A witness flirts with an officer. Off duty, on his own phone, he flirts back.',
    cy: 'Mae tyst yn fflyrtio â swyddog. Mae yntau’n fflyrtio’n ôl, oddi ar ddyletswydd, ar ei ffôn ei hun.',
  },
  'guidance.sceneBothAnswer': {
    en: 'Yes. Answering counts, and so does being off duty. Keeping the boundary is his part: he has the power of the police behind him.',
    cy: 'Dylech. Mae ymateb yn cyfrif, hyd yn oed oddi ar ddyletswydd. Ei le ef yw cadw’r ffin: mae pŵer yr heddlu y tu ôl iddo.',
  },
  'guidance.sceneUnsureHeading': { en: 'You are not sure', cy: 'Nid ydych yn siŵr' },
  'guidance.sceneUnsure': {
    en: 'A sergeant goes alone, and late, to see the same young man. That is all you know.',
    cy: 'Mae rhingyll yn mynd ar ei ben ei hun, ac yn hwyr, i weld yr un dyn ifanc dro ar ôl tro. Dyna’r cyfan rydych yn ei wybod.',
  },
  'guidance.sceneUnsureAnswer': {
    en: 'Yes. You need not be sure. Say what you saw, and look nothing up: others may have seen something else.',
    cy: 'Dylech. Nid oes rhaid bod yn siŵr. Dywedwch beth a welsoch, a pheidiwch â chwilio am ddim: efallai fod eraill wedi gweld rhywbeth arall.',
  },

  'guidance.colleague': { en: 'When it is a colleague', cy: 'Ymddygiad tuag at gydweithiwr' },
  'guidance.colleagueIs': {
    en: 'Unwanted sexual conduct towards a colleague is sexual misconduct or harassment. It can be remarks, messages, touch, or pressure from someone more senior.',
    cy: 'Mae ymddygiad rhywiol digroeso tuag at gydweithiwr yn gamymddwyn neu’n aflonyddu rhywiol. Gall fod yn sylwadau, yn negeseuon, yn gyffwrdd, neu’n bwysau gan rywun mewn swydd uwch.',
  },
  'guidance.colleagueAny': {
    en: 'You can report it here whoever did it, and however long ago.',
    cy: 'Gallwch roi gwybod amdano yma pwy bynnag a’i gwnaeth, waeth pa mor bell yn ôl.',
  },
  'guidance.colleagueYou': {
    en: 'If it was done to you, it is not your fault. You decide what to say in your report, and you can stop at any time.',
    cy: 'Os digwyddodd i chi, nid eich bai chi yw hynny. Chi sy’n penderfynu beth i’w ddweud yn eich adroddiad, a gallwch stopio ar unrhyw adeg.',
  },
  'guidance.colleagueTold': {
    en: 'If a colleague tells you about it: listen, do not press for details, and do not promise to keep it secret. Ask what they would like. You may have to pass it on: tell them so.',
    cy: 'Os bydd cydweithiwr yn dweud wrthych: gwrandewch, peidiwch â phwyso am fanylion, a pheidiwch ag addo cadw’r gyfrinach. Gofynnwch beth yw dymuniad y person. Efallai y bydd yn rhaid i chi roi gwybod beth bynnag: dywedwch hynny.',
  },

  'guidance.own': { en: 'My own boundaries', cy: 'Fy ffiniau fy hun' },
  'guidance.ownAsk': {
    en: 'If you are not sure about your own boundaries, asking is a good beginning. Feelings are not misconduct. What you do about them can be.',
    cy: 'Os nad ydych yn siŵr am eich ffiniau eich hun, mae gofyn yn ddechrau da. Nid yw teimladau’n gamymddwyn. Gall yr hyn a wnewch yn eu cylch fod.',
  },
  'guidance.ownQuestions': {
    en: 'Ask yourself: is there a policing reason for this message or visit? Would I do the same for anyone? Would I mind if a colleague saw it?',
    cy: 'Gofynnwch i chi’ch hun: a oes rheswm plismona dros y neges neu’r ymweliad hwn? A fyddwn yn gwneud yr un peth i bawb? A fyddai ots gennyf pe bai cydweithiwr yn ei weld?',
  },
  'guidance.ownApproach': {
    en: 'If someone you met through work approaches you, do not answer in the same way: that counts as well. Use work phones and working hours only. Tell your supervisor early, and ask for somebody else to take over.',
    cy: 'Os bydd rhywun y gwnaethoch ei gyfarfod drwy’r gwaith yn closio atoch, peidiwch ag ymateb yn yr un modd: mae hynny’n cyfrif hefyd. Defnyddiwch ffonau gwaith ac oriau gwaith yn unig. Dywedwch wrth eich goruchwyliwr yn gynnar, a gofynnwch i rywun arall gymryd drosodd.',
  },
  'guidance.ownHappened': {
    en: 'If something has already happened, stop, delete nothing, and ask for advice.',
    cy: 'Os oes rhywbeth eisoes wedi digwydd, stopiwch, peidiwch â dileu dim, a gofynnwch am gyngor.',
  },
  'guidance.ownReport': {
    en: 'Candour cannot give you advice: what you send here is a report.',
    cy: 'Ni all Candour roi cyngor i chi: adroddiad yw’r hyn a anfonwch yma.',
  },

  'guidance.duty': { en: 'Your duty to report', cy: 'Eich dyletswydd i roi gwybod' },
  'guidance.dutyReport': {
    en: 'Officers and staff have a duty to report, challenge or act on conduct that falls short. For officers this is set out in the Standards of Professional Behaviour; for staff, in their contracts.',
    cy: 'Mae gan swyddogion a staff ddyletswydd i roi gwybod am ymddygiad sy’n methu â chyrraedd y safon, ei herio neu weithredu arno. I swyddogion mae hyn yn y Safonau Ymddygiad Proffesiynol, ac i staff yn eu contractau.',
  },
  'guidance.dutyWays': {
    en: 'Candour is one way. You can also tell a supervisor or the Professional Standards Department.',
    cy: 'Un ffordd yw Candour. Gallwch hefyd ddweud wrth oruchwyliwr neu’r Adran Safonau Proffesiynol.',
  },
  'guidance.dutyName': {
    en: 'Candour is only the name of this app. It is not the statutory duty of candour.',
    cy: 'Enw’r ap hwn yn unig yw Candour. Nid yw’n golygu’r ddyletswydd gonestrwydd statudol (“duty of candour”).',
  },

  'guidance.protects': { en: 'What protects you', cy: 'Beth sy’n eich amddiffyn' },
  'guidance.protectsLaw': {
    en: 'Whistleblowing law protects police officers and staff from being treated worse because they reported wrongdoing. Since 6 April 2026 it names sexual harassment as a subject of its own.',
    cy: 'Mae cyfraith chwythu’r chwiban yn amddiffyn swyddogion a staff yr heddlu rhag cael eu trin yn waeth am roi gwybod am gamwedd. Ers 6 Ebrill 2026 mae’n enwi aflonyddu rhywiol yn bwnc ar wahân.',
  },
  'guidance.protectsWho': {
    en: 'We cannot promise that it covers volunteers or every contractor. If that is you, please ask for advice first.',
    cy: 'Ni allwn addo ei bod yn amddiffyn gwirfoddolwyr na phob contractwr. Os yw hynny’n berthnasol i chi, gofynnwch am gyngor yn gyntaf.',
  },
  'guidance.dutyMistaken': {
    en: 'If something you genuinely believed turns out to be mistaken, nobody should take it out on you: the College of Policing says so.',
    cy: 'Os daw i’r amlwg bod yr hyn yr oeddech yn ei gredu’n ddidwyll yn anghywir, ni ddylai neb ddial arnoch: dyna a ddywed y Coleg Plismona.',
  },
  'guidance.dutyUnidentified': {
    en: 'You may choose not to say who you are. There is a cost: your legal protection may be weaker, and what you report may be harder to look into.',
    cy: 'Gallwch ddewis peidio â dweud pwy ydych chi. Mae pris i hynny: gall eich amddiffyniad cyfreithiol fod yn wannach, a gall fod yn anoddach ymchwilio i’r hyn rydych yn rhoi gwybod amdano.',
  },
  'guidance.protectsWorse': {
    en: 'Being treated worse because you reported is called victimisation. Write down what happened and when. You can tell those who deal with your report, with your code; the Professional Standards Department; or your staff association or union.',
    cy: 'Erledigaeth yw’r enw ar gael eich trin yn waeth am i chi roi gwybod. Nodwch beth ddigwyddodd a phryd. Gallwch ddweud wrth y rhai sy’n delio â’ch adroddiad, gyda’ch cod; wrth yr Adran Safonau Proffesiynol; neu wrth eich cymdeithas staff neu’ch undeb.',
  },

  'guidance.evidence': { en: 'Pictures and files', cy: 'Lluniau a ffeiliau' },
  'guidance.evidenceNone': {
    en: 'Candour takes no pictures or files yet. Teams would put a copy of each into your own OneDrive, where we cannot seal it.',
    cy: 'Nid yw Candour yn derbyn lluniau na ffeiliau eto. Byddai Teams yn rhoi copi o bob un yn eich OneDrive chi, lle na allwn ei selio.',
  },
  'guidance.evidenceLeave': {
    en: 'Please leave evidence where it is. Do not copy it from police systems, ask for it or collect more. Keep what is yours, such as messages to you, and delete nothing.',
    cy: 'Gadewch dystiolaeth lle mae hi. Peidiwch â’i chopïo o systemau’r heddlu, gofyn amdani na chasglu mwy. Cadwch yr hyn sy’n eiddo i chi, fel negeseuon atoch chi, a pheidiwch â dileu dim.',
  },
  'guidance.evidenceHand': {
    en: 'In your report, say what there is and where. To hand something over yourself, say so, and how you can be reached. You can add that later with your code. If you do not want to be known, say only where it is.',
    cy: 'Dywedwch yn eich adroddiad beth sydd ar gael ac ymhle. I drosglwyddo rhywbeth eich hun, dywedwch hynny, a sut y gellir cysylltu â chi. Gallwch ychwanegu hynny wedyn gyda’ch cod. Os nad ydych am i neb wybod pwy ydych chi, dywedwch ymhle mae’r dystiolaeth, a dim mwy.',
  },

  'guidance.code': { en: 'Keeping your return code', cy: 'Cadw eich cod dychwelyd' },
  'guidance.codeKeep': {
    en: 'Your report gives you a code. Keep it on paper or on a device of your own, where only you will find it, and not in anything from work.',
    cy: 'Byddwch yn cael cod gyda’ch adroddiad. Cadwch ef ar bapur neu ar eich dyfais eich hun, lle na fydd neb ond chi yn dod o hyd iddo, ac nid ar ddim o’r gwaith.',
  },
  'guidance.codePage': {
    en: 'If you report on the page “Report a concern” in the Candour app, you can copy the code there, or print it. The paper has the code on it and nothing else.',
    cy: 'Os rhowch wybod ar y dudalen “Rhoi gwybod am bryder” yn ap Candour, gallwch gopïo’r cod yno, neu ei argraffu. Dim ond y cod sydd ar y papur.',
  },
  'guidance.codeLeaves': {
    en: 'A printer or a clipboard can keep what went through it. Writing the code down leaves the least behind.',
    cy: 'Gall argraffydd neu glipfwrdd gadw’r hyn a aeth drwyddo. Ysgrifennu’r cod â llaw sy’n gadael y lleiaf ar ôl.',
  },
  'guidance.codeNoReading': {
    en: 'Once sent, your report cannot be read back, not even with the code. So nobody who finds the code can read it either.',
    cy: 'Ar ôl ei anfon, ni ellir darllen eich adroddiad yn ôl, ddim hyd yn oed gyda’r cod. Felly ni all neb sy’n dod o hyd i’r cod ei ddarllen chwaith.',
  },

  'guidance.after': { en: 'What happens afterwards', cy: 'Beth sy’n digwydd wedyn' },
  'guidance.afterRead': {
    en: 'Your report is sealed. Those who deal with it are told that it is there, and then read and assess it.',
    cy: 'Caiff eich adroddiad ei selio. Bydd y rhai sy’n delio ag ef yn cael gwybod ei fod yno, ac yna’n ei ddarllen a’i asesu.',
  },
  'guidance.afterRefer': {
    en: 'Abuse of position for a sexual purpose must be referred to the Independent Office for Police Conduct.',
    cy: 'Rhaid cyfeirio camddefnyddio swydd at ddiben rhywiol at Swyddfa Annibynnol Ymddygiad yr Heddlu.',
  },
  'guidance.afterBack': {
    en: 'With your code you can see where it stands, read anything that was written to you, and add to it. Nothing will remind you: your receipt says on which day to look again.',
    cy: 'Gyda’ch cod gallwch weld beth yw’r sefyllfa, darllen unrhyw beth a ysgrifennwyd atoch, ac ychwanegu at yr adroddiad. Ni fydd dim yn eich atgoffa: mae eich derbynneb yn dweud ar ba ddiwrnod i edrych eto.',
  },
  'guidance.afterNotAll': {
    en: 'You may not be told everything, in fairness to everyone concerned.',
    cy: 'Efallai na chewch wybod popeth, er tegwch i bawb dan sylw.',
  },

  'guidance.support': { en: 'Support for you', cy: 'Cymorth i chi' },
  'guidance.supportHub': {
    en: '{victims} brings several agencies together. It is not the same as {unit}, whose people are police staff and may know those concerned.',
    cy: 'Mae {victims} yn dod â sawl asiantaeth ynghyd. Nid yr un peth yw {unit}: staff yr heddlu sydd yno, ac efallai eu bod yn adnabod y rhai dan sylw.',
  },
  'guidance.supportHelpline': {
    en: 'About domestic abuse or sexual violence: {helpline}, {phone}, or by text {text}.',
    cy: 'Ynghylch cam-drin domestig neu drais rhywiol: {helpline}, {phone}, neu drwy neges destun {text}.',
  },
  'guidance.supportFederation': {
    en: 'For members of the Police Federation: {programme}.',
    cy: 'I aelodau Ffederasiwn yr Heddlu: {programme}.',
  },

  'guidance.ways': { en: 'Other ways to report', cy: 'Ffyrdd eraill o roi gwybod' },
  'guidance.official': { en: 'Force guidance', cy: 'Canllawiau’r heddlu' },
  'guidance.strategy': { en: 'National strategy', cy: 'Strategaeth genedlaethol' },
} as const satisfies Words<'guidance'>;
